package org.careunit.storage.internal.retention;

import org.careunit.storage.internal.node.TestStore;

public class PostgresRetentionTest extends RetentionContract {

    @Override
    public TestStore open() throws Exception {
        return TestStore.postgres("node");
    }
}

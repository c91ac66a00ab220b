package org.careunit.notifications.internal.retention;

import org.careunit.storage.internal.node.TestStore;

class PostgresRetentionTest extends RetentionContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("node");
    }
}

package org.careunit.storage.internal.messages;

import org.careunit.storage.internal.node.TestStore;

public class PostgresLedgerTest extends LedgerContract {

    @Override
    public TestStore open() throws Exception {
        return TestStore.postgres("node");
    }
}

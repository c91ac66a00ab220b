package org.careunit.storage.internal;

class PostgresLedgerTest extends LedgerContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("node");
    }
}

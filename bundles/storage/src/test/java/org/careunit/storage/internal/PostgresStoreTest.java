package org.careunit.storage.internal;

import java.sql.SQLException;

class PostgresStoreTest extends StoreContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

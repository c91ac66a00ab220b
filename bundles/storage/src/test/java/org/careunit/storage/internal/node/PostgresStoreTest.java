package org.careunit.storage.internal.node;

import java.sql.SQLException;

public class PostgresStoreTest extends StoreContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

package org.careunit.storage.internal;

import java.sql.SQLException;

class PostgresNamingsTest extends NamingsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-namings");
    }
}

package org.careunit.storage.internal;

import java.sql.SQLException;

class PostgresRightsTest extends RightsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-rights");
    }
}

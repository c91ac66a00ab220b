package org.careunit.access.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresLastAdministratorTest extends LastAdministratorContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-last-administrator");
    }
}

package org.careunit.access.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresGrantEligibilityTest extends GrantEligibilityContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-colleagues");
    }
}

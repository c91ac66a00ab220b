package org.careunit.storage.internal;

import java.sql.SQLException;

class PostgresApprovalsTest extends ApprovalsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-approvals");
    }
}

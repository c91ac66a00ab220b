package org.careunit.storage.internal;

import java.sql.SQLException;

class PostgresAuditTest extends AuditContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-audit");
    }

    @Override
    TestStore reopen(TestStore open) throws SQLException {
        TestStore again = open.another("test-audit-again");
        open.close();
        return again;
    }
}

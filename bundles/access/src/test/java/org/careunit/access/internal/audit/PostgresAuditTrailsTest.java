package org.careunit.access.internal.audit;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresAuditTrailsTest extends AuditTrailsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-audit-trails");
    }
}

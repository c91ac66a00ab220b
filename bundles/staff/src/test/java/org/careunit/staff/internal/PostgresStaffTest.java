package org.careunit.staff.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresStaffTest extends StaffContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-staff");
    }
}

package org.careunit.storage.internal.units;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

public class PostgresApprovalsTest extends ApprovalsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-approvals");
    }
}

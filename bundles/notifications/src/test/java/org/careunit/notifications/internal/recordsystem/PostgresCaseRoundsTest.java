package org.careunit.notifications.internal.recordsystem;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresCaseRoundsTest extends CaseRoundsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

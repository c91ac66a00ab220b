package org.careunit.notifications.internal.recordsystem;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresParkedNoticesTest extends ParkedNoticesContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresRemindersTest extends RemindersContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

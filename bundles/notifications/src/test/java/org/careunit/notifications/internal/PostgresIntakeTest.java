package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresIntakeTest extends IntakeContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

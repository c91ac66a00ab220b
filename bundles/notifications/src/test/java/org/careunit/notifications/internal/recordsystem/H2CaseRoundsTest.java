package org.careunit.notifications.internal.recordsystem;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2CaseRoundsTest extends CaseRoundsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

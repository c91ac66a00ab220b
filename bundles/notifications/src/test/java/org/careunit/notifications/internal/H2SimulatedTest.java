package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2SimulatedTest extends SimulatedContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

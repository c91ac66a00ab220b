package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2RemindersTest extends RemindersContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.TestStore;

class H2OutgoingTest extends OutgoingContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

package org.careunit.notifications.internal.recordsystem;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2NoticePermissionTest extends NoticePermissionContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

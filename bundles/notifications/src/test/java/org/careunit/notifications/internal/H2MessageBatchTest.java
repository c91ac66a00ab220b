package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2MessageBatchTest extends MessageBatchContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

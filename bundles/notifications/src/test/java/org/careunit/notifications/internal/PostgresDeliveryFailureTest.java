package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresDeliveryFailureTest extends DeliveryFailureContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

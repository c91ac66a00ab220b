package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresMessageRecipientsTest extends MessageRecipientsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}

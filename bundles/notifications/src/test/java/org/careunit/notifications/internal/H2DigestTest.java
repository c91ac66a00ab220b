package org.careunit.notifications.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class H2DigestTest extends DigestContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(base);
    }
}

package org.careunit.settings.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresSectionStorageTest extends SectionStorageContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-keeping");
    }
}

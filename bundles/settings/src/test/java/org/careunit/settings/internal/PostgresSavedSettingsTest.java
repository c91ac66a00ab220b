package org.careunit.settings.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresSavedSettingsTest extends SavedSettingsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-settings");
    }
}

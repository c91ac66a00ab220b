package org.careunit.settings.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresSettingsTest extends SettingsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-settings");
    }
}

package org.careunit.settings.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresRegionalSettingsTest extends RegionalSettingsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-settings");
    }
}

package org.careunit.units.internal.configuration;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresConfigurationTest extends ConfigurationContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-configuration");
    }
}

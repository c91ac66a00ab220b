package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Properties;
import javax.inject.Inject;
import org.careunit.itests.KarafTest;
import org.careunit.itests.KarafTest.Database;
import org.junit.jupiter.api.Test;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.jdbc.DataSourceFactory;

@KarafTest(database = Database.POSTGRESQL)
class InstalledOnPostgresqlIT extends InstalledContract {

    @Inject
    private ConfigurationAdmin configurations;

    @Inject
    @Filter("(osgi.jdbc.driver.name=PostgreSQL JDBC Driver)")
    private DataSourceFactory postgresql;

    @Test
    void theConfiguredServerAnswers() throws IOException, SQLException {
        var configured =
                configurations.getConfiguration("careunit.storage", "?").getProperties();
        var login = new Properties();
        login.put(DataSourceFactory.JDBC_URL, configured.get("url"));
        login.put(DataSourceFactory.JDBC_USER, configured.get("user"));
        login.put(DataSourceFactory.JDBC_PASSWORD, configured.get(".password"));

        try (var connection = postgresql.createDataSource(login).getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }
}

package org.careunit.itests.checks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.careunit.testkit.CareunitExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All checks, on a PostgreSQL server. */
class ChecksOnPostgresqlTest extends AllChecks {

    private static final EmbeddedPostgres SERVER = server();

    @RegisterExtension
    static final CareunitExtension CAREUNIT = CareunitExtension.configured(Map.of(
            "careunit.storage",
            Map.of("url", "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres", "user", "postgres")));

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

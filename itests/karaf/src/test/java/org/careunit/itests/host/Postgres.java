package org.careunit.itests.host;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** One PostgreSQL for the run, beside the containers; it ends with this JVM. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    /** The content of {@code careunit.storage.cfg} that leads to it. */
    static Map<String, String> configuration() {
        return Map.of(
                "url",
                "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres",
                "user",
                "postgres",
                ".password",
                "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}

package org.careunit.itests.host;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One PostgreSQL for the run, beside the containers, with a database for each that asks; it ends with this JVM. */
public final class Postgres {

    private Postgres() {}

    /** The content of {@code careunit.storage.cfg} that leads to the database of the containers that tests share. */
    static Map<String, String> configuration() {
        return configuration(OfTheRun.SERVER, "postgres");
    }

    /**
     * Makes an empty database on the server of the run.
     *
     * @param name in small letters
     * @return the content of {@code careunit.storage.cfg} that leads to it
     */
    public static Map<String, String> newDatabase(String name) throws SQLException {
        try (Connection connection = OfTheRun.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return configuration(OfTheRun.SERVER, name);
    }

    /** The content of {@code careunit.storage.cfg} that leads to a database of a server. */
    public static Map<String, String> configuration(EmbeddedPostgres server, String database) {
        return Map.of(
                "url",
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database,
                "user",
                "postgres",
                ".password",
                "postgres");
    }

    /** A server that does not wait for its disk: here the machine never fails, only processes do. */
    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off");
    }

    /** Started when it is first needed. */
    private static final class OfTheRun {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}

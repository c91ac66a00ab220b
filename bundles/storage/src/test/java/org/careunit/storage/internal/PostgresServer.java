package org.careunit.storage.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.storage.internal.StorageSettings.Server;

/** A real PostgreSQL server for all tests of this JVM, with a database of its own for each that asks. */
final class PostgresServer {

    private static final PostgresServer INSTANCE = new PostgresServer();

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Server newDatabase() {
        String name = "careunit" + INSTANCE.databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return new Server(INSTANCE.postgres.getJdbcUrl("postgres", name), "postgres", "");
    }

    static void execute(String statement) {
        try (Connection connection = INSTANCE.postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

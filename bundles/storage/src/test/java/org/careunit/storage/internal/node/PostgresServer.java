package org.careunit.storage.internal.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.storage.internal.database.Migrations;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.node.StorageSettings.Server;

/** A real PostgreSQL server for all tests of this JVM, with a database of its own for each that asks. */
public final class PostgresServer {

    private static final PostgresServer INSTANCE = new PostgresServer();

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();
    private String template;

    private PostgresServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off") // it is never killed itself, only its clients are
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A database of its own, migrated already: copied from one that was. */
    public static Server newDatabase() {
        return INSTANCE.create(" TEMPLATE " + INSTANCE.template());
    }

    /** A database of its own without any table. */
    public static Server emptyDatabase() {
        return INSTANCE.create("");
    }

    private synchronized String template() {
        if (template == null) {
            Server server = create("");
            try {
                new Migrations(Pools.postgres(server), false).run();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            template = "careunit" + databases.get();
        }
        return template;
    }

    private synchronized Server create(String how) {
        String name = "careunit" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + how);
        return new Server(loopback(postgres, name), "postgres", "");
    }

    /** By the literal address, which needs no TLS. */
    public static String loopback(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private void execute(String statement) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package org.careunit.itests.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.careunit.storage.internal.PeerPool;
import org.careunit.storage.internal.node.TestStore;

/** One database with two ways in: a node of ours, and connections of the same make for the peer. */
final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    final String name;
    final TestStore store;
    final HikariDataSource peer;
    private final Path directory;
    private final Optional<EmbeddedPostgres> server;

    private Database(
            String name, TestStore store, HikariDataSource peer, Path directory, Optional<EmbeddedPostgres> server) {
        this.name = name;
        this.store = store;
        this.peer = peer;
        this.directory = directory;
        this.server = server;
    }

    static Database h2() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("benchmark");
        return new Database(
                "H2", TestStore.embedded(directory), PeerPool.embedded(directory), directory, Optional.empty());
    }

    /** Closes everything that is open here, and opens the same database anew. */
    Database reopened() throws SQLException {
        store.close();
        peer.close();
        HikariDataSource again = server.isEmpty() ? PeerPool.embedded(directory) : PeerPool.on(url(server.get()), USER);
        return new Database(name, node(), again, directory, server);
    }

    /** Closes the node alone, and opens another, with nothing in its memory. */
    Database withNewNode() throws SQLException {
        store.close();
        return new Database(name, node(), peer, directory, server);
    }

    private TestStore node() throws SQLException {
        return server.isEmpty() ? TestStore.embedded(directory) : another();
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + USER;
    }

    /** A server whose commits are on the disk, as they are not in the server of the tests. */
    static Database postgres() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("benchmark");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        String url = url(server);
        return new Database(
                "PostgreSQL", TestStore.on(url, USER, "one"), PeerPool.on(url, USER), directory, Optional.of(server));
    }

    boolean isEmbedded() {
        return server.isEmpty();
    }

    /** Another node on the same server. */
    TestStore another() throws SQLException {
        return TestStore.on(url(server.orElseThrow()), USER, "two");
    }

    void truncate(String... tables) {
        for (String table : tables) {
            store.execute("TRUNCATE TABLE " + table);
        }
    }

    boolean isEmpty(String table) {
        return first("SELECT count(*) FROM " + table).equals("0");
    }

    /** The first column of the first row. */
    String first(String query) {
        try (Connection connection = peer.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
        peer.close();
        if (server.isPresent()) {
            server.get().close();
        }
        Folders.delete(directory);
    }
}

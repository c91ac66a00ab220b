package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening fails, waits, is aborted, or meets a configuration that leads nowhere. */
class OpeningAttemptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);

    @TempDir
    Path home;

    private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

    @Test
    void anOpeningThatFailsLeavesNoThreadAndNoConnection() throws Exception {
        Server server = PostgresServer.newDatabase();
        execute(server, "ALTER TABLE audit_heads RENAME TO audit_heads_away");
        StorageSettings settings =
                new StorageSettings(Optional.of(server), home, home.resolve("secrets"), 4, 4, "failing");
        Set<String> before = threads();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> StorageNode.openMigrated(settings, new JobHandlers(), Pools.open(settings)))
                    .isInstanceOf(RuntimeException.class);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        await().atMost(PATIENCE).until(() -> connections(server) == 0);
    }

    @Test
    void aCloseDoesNotWaitForAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            StorageOpener opener = opener();
            opener.configure(Map.of("url", "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "user", "x"));
            silent.accept();

            assertThat(timeToClose(opener)).isLessThan(CLOSED_WITHIN);
        }
    }

    @Test
    void aCloseDoesNotWaitForTheNextAttempt() throws Exception {
        StorageOpener opener = opener();
        opener.configure(Map.of("url", "jdbc:postgresql://127.0.0.1:1/x", "user", "x"));
        await().atMost(PATIENCE).until(() -> opener.closedBecause().contains("Check url"));

        assertThat(timeToClose(opener)).isLessThan(CLOSED_WITHIN);
    }

    @Test
    void aCloseDoesNotWaitForAnotherNodeThatMigrates() throws Exception {
        Server server = PostgresServer.newDatabase();
        try (Connection other = connection(server);
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + 0x63617265L + ")");
            StorageOpener opener = opener();
            opener.configure(Map.of("url", server.url(), "user", server.user()));
            await().atMost(PATIENCE).until(() -> waiting(server));

            assertThat(timeToClose(opener)).isLessThan(CLOSED_WITHIN);
        }
    }

    private static Duration timeToClose(StorageOpener opener) {
        long begun = System.nanoTime();
        opener.close();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void aMistypedPasswordLeavesTheStoreOpenAndIsNamed() throws Exception {
        StorageOpener opener = opener();
        try {
            opener.configure(Map.of());
            await().atMost(PATIENCE).until(() -> found.containsKey(Transactions.class));
            Object before = found.get(Transactions.class);

            Server server = PostgresServer.newDatabase();
            opener.configure(Map.of("url", server.url(), "user", "nobody-of-that-name", ".password", "wrong"));

            await().atMost(PATIENCE).until(() -> opener.rejected().isPresent());
            assertThat(opener.rejected().get()).contains("user and .password of careunit.storage");
            assertThat(found.get(Transactions.class)).isSameAs(before);
            assertThat(opener.node()).isPresent();

            opener.configure(Map.of());
            await().atMost(PATIENCE).until(() -> opener.rejected().isEmpty());
            assertThat(found.get(Transactions.class)).isSameAs(before);
        } finally {
            opener.close();
        }
    }

    @Test
    void theEmbeddedStoreIsCopiedToAServerAndWaitsForItsConfiguration() throws Exception {
        Server server = PostgresServer.emptyDatabase();
        StorageOpener opener = opener();
        try {
            opener.configure(Map.of());
            await().atMost(PATIENCE).until(() -> opener.node().isPresent());
            Transactions before = (Transactions) found.get(Transactions.class);
            StoredSamples.write(opener.node().orElseThrow(), 2_500);

            Map<String, Long> copied = opener.copyTo(server);

            assertThat(copied).containsEntry("events", 2_500L).containsKey("audit_rows");
            assertThat(found).isEmpty();
            assertThat(opener.closedBecause()).contains("It was copied to");
            assertThatThrownBy(() -> opener.copyTo(server)).isInstanceOf(RefusedException.class);
            opener.configure(Map.of("url", server.url(), "user", server.user()));
            await().atMost(PATIENCE).until(() -> found.containsKey(Transactions.class));
            assertThat(found.get(Transactions.class)).isNotSameAs(before);
            StoredSamples.assertThere(opener.node().orElseThrow(), 2_500);
        } finally {
            opener.close();
        }
    }

    @Test
    void aDatabaseWithRowsIsNotCopiedTo() throws Exception {
        Server server = PostgresServer.newDatabase();
        try (TestStore other = TestStore.on(server, "other")) {
            StoredSamples.write(other.node, 3);
        }
        StorageOpener opener = opener();
        try {
            opener.configure(Map.of());
            await().atMost(PATIENCE).until(() -> opener.node().isPresent());

            assertThatThrownBy(() -> opener.copyTo(server))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("has rows already");
            await().atMost(PATIENCE).until(() -> found.containsKey(Transactions.class));
        } finally {
            opener.close();
        }
    }

    private StorageOpener opener() throws IOException {
        StorageOpener.Registry registry = new StorageOpener.Registry() {
            @Override
            public void register(Map<Class<?>, Object> services) {
                found.putAll(services);
            }

            @Override
            public void unregister() {
                found.clear();
            }
        };
        return new StorageOpener(
                registry, new JobHandlers(), new StorageSettingsReader(Files.createDirectories(home), "node"));
    }

    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("careunit"))
                .forEach(names::add);
        return names;
    }

    private static int connections(Server server) throws SQLException {
        return number(server, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()") - 1;
    }

    private static boolean waiting(Server server) throws SQLException {
        return number(server, "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0;
    }

    private static int number(Server server, String question) throws SQLException {
        try (Connection connection = connection(server);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Server server, String sql) throws SQLException {
        try (Connection connection = connection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection(Server server) throws SQLException {
        return Pools.postgres(server).getConnection();
    }
}

package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.storage.EventLog;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class StorageOpenerTest {

    @TempDir
    Path home;

    private final Found found = new Found();
    private StorageOpener opener;

    @AfterEach
    public void close() {
        opener.close();
        assertThat(found.services).isEmpty();
    }

    @Test
    public void aWrongConfigurationLeavesTheLastGoodOneInForce() {
        opener = open(Map.of());
        EventLog before = found.await(EventLog.class);
        opener.configure(Map.of("workers", "many"));
        opener.configure(Map.of("directory", home.resolve("elsewhere").toString(), "connections", "0"));
        opener.configure(Map.of()); // the same as at first: nothing to do
        assertThat(before.add(List.of(StoreContract.event("e-1")))).hasSize(1);
        assertThat(found.await(EventLog.class)).isSameAs(before);
    }

    @Test
    public void anotherConfigurationMovesTheStore() {
        opener = open(Map.of());
        EventLog before = found.await(EventLog.class);
        opener.configure(Map.of("directory", home.resolve("elsewhere").toString()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> found.services.get(EventLog.class) != null
                        && !found.services.get(EventLog.class).equals(before));
        assertThat(home.resolve("elsewhere")).isNotEmptyDirectory();
    }

    @Test
    public void aWrongConfigurationAtTheStartKeepsTheStoreClosedUntilItIsMended() {
        opener = open(Map.of("url", "jdbc:oracle:thin:@db"));
        opener.configure(Map.of());
        assertThat(found.await(Transactions.class)).isNotNull();
    }

    @Test
    public void aDatabaseThatLeadsNowhereIsTriedUntilAnotherIsNamed() {
        opener = open(Map.of("url", "jdbc:postgresql://127.0.0.1:1/nowhere", "user", "careunit"));
        assertThat(found.services).isEmpty();
        opener.configure(Map.of());
        assertThat(found.await(Transactions.class)).isNotNull();
    }

    @Test
    void whyItIsClosedIsLoggedOnceHoweverOftenItIsTried() {
        PrintStream original = System.err;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
        try {
            opener = open(Map.of("url", "jdbc:postgresql://127.0.0.1:1/nowhere", "user", "careunit"));
            Supplier<Long> told = () -> lines.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("The store cannot be opened (jdbc:postgresql://127.0.0.1:1/nowhere"))
                    .count();
            await().atMost(Duration.ofSeconds(30)).until(() -> told.get() == 1);
            // tried again after one second and two more
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(30)).until(() -> told.get() == 1);
            opener.configure(Map.of());
            assertThat(found.await(Transactions.class)).isNotNull();
        } finally {
            System.setErr(original);
        }
    }

    @Test
    void anOpenStoreIsNotClosedForADatabaseThatCannotBeReached() {
        opener = open(Map.of());
        EventLog before = found.await(EventLog.class);
        opener.configure(Map.of("url", "jdbc:postgresql://127.0.0.1:1/nowhere", "user", "careunit"));
        await().atMost(Duration.ofSeconds(30)).until(() -> !opener.rejected().isEmpty());
        assertThat(opener.rejected().orElseThrow()).contains("careunit.storage", ".password");
        assertThat(found.await(EventLog.class)).isSameAs(before);
        opener.configure(Map.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> opener.rejected().isEmpty());
        assertThat(found.await(EventLog.class)).isSameAs(before);
    }

    @Test
    void itsFilesAreForTheirOwnerAlone() throws IOException {
        Path existing = Files.createDirectories(home.resolve("storage")).resolve("careunit.trace.db");
        Files.writeString(existing, "old");
        opener = open(Map.of());
        found.await(EventLog.class);
        try (Stream<Path> files = Files.walk(home.resolve("storage"))) {
            assertThat(files.map(StorageOpenerTest::permissions)).containsOnly("rwx------", "rw-------");
        }
        assertThat(home.resolve("storage/careunit.mv.db")).exists();
    }

    /** What holds the file would hold it until the process ends: the next start would wait for it in vain. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30_000, 60_000, 90_000})
    void closingDuringTheFirstMigrationLetsGoOfTheFile(int bytes) throws IOException {
        Path file = home.resolve("storage/careunit.mv.db");
        opener = open(Map.of());
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> bytes == 0 || file.toFile().length() >= bytes || !found.services.isEmpty());
        opener.close();
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                assertThat(lock).isNotNull();
            }
        }
        opener = open(Map.of());
        assertThat(found.await(EventLog.class)).isNotNull();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private StorageOpener open(Map<String, Object> configuration) {
        StorageOpener opening = new StorageOpener(found, new JobHandlers(), new StorageSettingsReader(home, "node"));
        opening.configure(new HashMap<>(configuration));
        return opening;
    }

    /** The services as others would find them. */
    private static final class Found implements StorageOpener.Registry {

        private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

        @Override
        public void register(Map<Class<?>, Object> opened) {
            services.putAll(opened);
        }

        @Override
        public void unregister() {
            services.clear();
        }

        private <T> T await(Class<T> type) {
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> services.containsKey(type));
            return type.cast(services.get(type));
        }
    }
}

package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.jobs.RecordingHandler;
import org.careunit.storage.internal.node.FullDisk;
import org.careunit.storage.internal.node.PostgresServer;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.careunit.storage.internal.node.StoreContract;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away, or its disk is full: what cannot be kept is refused, and all is well once it is back. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public class OutageTest {

    @TempDir
    Path directory;

    @Test
    public void aDatabaseThatIsRestartedIsFoundAgain() throws Exception {
        Path data = directory.resolve("data");
        PostgresThatGoes first = new PostgresThatGoes(data, 0);
        Server server = new Server(PostgresServer.loopback(first.postgres, "postgres"), "postgres", "");
        RecordingHandler mail = RecordingHandler.of("mail");
        RecordingHandler sweep = RecordingHandler.of("sweep");
        try (TestStore store = TestStore.on(server, "node")) {
            store.handlers.add(mail);
            store.events().add(List.of(StoreContract.event("before")));
            first.stop();

            await().untilAsserted(() -> assertThat(timeOfRefusal(store))
                    .as("once the outage is known a caller is refused at once")
                    .isLessThan(Duration.ofMillis(500)));

            store.handlers.add(sweep);
            store.jobs().addAtStart(JobId.of("sweep", "hourly"));

            PostgresThatGoes second = new PostgresThatGoes(data, first.postgres.getPort());
            try {
                await().atMost(Duration.ofSeconds(30))
                        .ignoreExceptionsInstanceOf(UnavailableException.class)
                        .until(() -> !store.events()
                                .add(List.of(StoreContract.event("after")))
                                .isEmpty());
                assertThat(store.events().ofCase(StoreContract.CASE)).hasSize(2);
                store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
                mail.next();
                sweep.next();
            } finally {
                second.stop();
            }
        }
    }

    private static Duration timeOfRefusal(TestStore store) {
        long started = System.nanoTime();
        assertRefused(store);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void assertRefused(TestStore store) {
        assertThatThrownBy(() ->
                        store.transactions().run(() -> store.events().add(List.of(StoreContract.event("meanwhile")))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("nothing was changed");
    }

    /** A server that is stopped and started in the middle of a test, on the same port and data. */
    private static final class PostgresThatGoes {

        private final EmbeddedPostgres postgres;

        private PostgresThatGoes(Path data, int port) throws IOException {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
            postgres = (port == 0 ? builder : builder.setPort(port)).start();
        }

        private void stop() throws IOException {
            postgres.close();
        }
    }

    @Test
    public void aFullDiskOfThePostgresServerIsRefusedAndForgottenOnceThereIsRoom() throws SQLException {
        try (TestStore store = TestStore.on(PostgresServer.newDatabase(), "node")) {
            // What the server itself raises when it cannot extend a file: SQLSTATE 53100, disk_full.
            store.execute(
                    "CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION"
                            + " 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql");
            store.execute("CREATE TRIGGER full_disk BEFORE INSERT ON events EXECUTE FUNCTION full_disk()");
            assertRefused(store);
            store.execute("DROP TRIGGER full_disk ON events");
            assertThat(store.events().add(List.of(StoreContract.event("after"))))
                    .hasSize(1);
            assertThat(store.events().ofCase(StoreContract.CASE)).hasSize(1);
        }
    }

    @Test
    public void aFullDiskOfTheEmbeddedStoreLosesNothingThatWasAcknowledged() throws SQLException {
        StorageSettings settings =
                new StorageSettings(Optional.empty(), directory, directory.resolve("secrets"), 4, 4, "node");
        List<String> acknowledged = new ArrayList<>();
        try (FullDisk disk = FullDisk.install();
                StorageNode node = StorageNode.open(
                        settings,
                        new JobHandlers(),
                        Pools.over(Pools.h2(FullDisk.SCHEME + ":" + directory.resolve("careunit")), settings))) {
            disk.leaveRoomFor(2_000_000);
            assertThatThrownBy(() -> fill(node, acknowledged)).isInstanceOf(UnavailableException.class);
            assertThat(acknowledged).isNotEmpty();
            disk.leaveRoomFor(Long.MAX_VALUE);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(UnavailableException.class)
                    .until(() -> add(node, "after-" + System.nanoTime()));
            // a connection of the pool that was in use when the disk was full may still be refused once
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(UnavailableException.class)
                    .untilAsserted(() -> assertThat(node.service(org.careunit.storage.EventLog.class)
                                    .ofCase(StoreContract.CASE))
                            .extracting(org.careunit.storage.StoredEvent::id)
                            .containsAll(acknowledged));
        }
    }

    private static void fill(StorageNode node, List<String> acknowledged) {
        for (int i = 0; i < 1_000_000; i++) {
            String id = "event-" + i;
            add(node, id);
            acknowledged.add(id);
        }
    }

    private static boolean add(StorageNode node, String id) {
        return !node.service(org.careunit.storage.EventLog.class)
                .add(List.of(StoreContract.event(id)))
                .isEmpty();
    }
}

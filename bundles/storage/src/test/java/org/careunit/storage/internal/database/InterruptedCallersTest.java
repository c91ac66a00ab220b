package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.careunit.storage.internal.node.StoreContract;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupts of callers hurt nobody else, and nobody else reads the files. */
class InterruptedCallersTest {

    @TempDir
    Path directory;

    @Test
    void aHundredInterruptedCallersRefuseNobodyElse() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(4);
        try (TestStore store = TestStore.embedded(directory)) {
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "other-" + i + "-";
                others.add(threads.submit(() -> {
                    int added = 0;
                    while (!over.get()) {
                        store.events().add(List.of(StoreContract.event(name + added)));
                        added++;
                        begun.countDown();
                    }
                    return added;
                }));
            }
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 100; i++) {
                interrupted(store, i);
            }
            over.set(true);
            int added = 0;
            for (Future<Integer> other : others) {
                added += other.get(30, TimeUnit.SECONDS);
            }
            assertThat(store.events().ofCase(StoreContract.CASE)).hasSizeGreaterThanOrEqualTo(added);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private static void interrupted(TestStore store, int number) {
        Thread.currentThread().interrupt();
        try {
            store.transactions().run(() -> store.events().add(List.of(StoreContract.event("mine-" + number))));
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theFilesAreForTheirOwnerAlone() throws Exception {
        Path folder = directory.resolve("store");
        try (TestStore store = TestStore.embedded(folder)) {
            assertThat(store.events().add(List.of(StoreContract.event("e")))).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                assertThat(files).allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
            }
        }
    }
}

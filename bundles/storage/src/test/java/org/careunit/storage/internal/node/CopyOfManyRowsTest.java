package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.careunit.storage.EventLog;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store copied to PostgreSQL row by row: the heap does not grow with the number of rows. */
class CopyOfManyRowsTest {

    /** Tried with a million: {@code -Dcareunit.copy.rows=1000000 -DargLine=-Xmx256m}. */
    private static final int ROWS = Integer.getInteger("careunit.copy.rows", 40_000);

    private static final int AT_ONCE = 10_000;

    /** What a copy may take at most beside what was there before. */
    private static final long MOST_BYTES = 96L << 20;

    @TempDir
    Path home;

    @Test
    void theHeapIsBounded() throws Exception {
        Server server = PostgresServer.emptyDatabase();
        Services services = new Services();
        StorageOpener opener = new StorageOpener(services, new JobHandlers(), new StorageSettingsReader(home, "node"));
        try {
            opener.configure(new HashMap<>());
            await().atMost(Duration.ofSeconds(60)).until(() -> opener.node().isPresent());
            long filling = System.nanoTime();
            for (int first = 0; first < ROWS; first += AT_ONCE) {
                add(services, first);
            }
            System.out.printf("Filled with %,d events in %s%n", ROWS, since(filling));
            long before = used();
            resetPeaks();
            long began = System.nanoTime();
            Map<String, Long> copied = opener.copyTo(server);
            long peak = peakAfterCollection();
            System.out.printf(
                    "Copied %,d events in %s; live heap before %d MB, most after a collection %d MB, of %d MB%n",
                    copied.get("events"),
                    since(began),
                    before >> 20,
                    peak >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            assertThat(copied).containsEntry("events", (long) ROWS);
            assertThat(peak).isLessThan(before + MOST_BYTES);
        } finally {
            opener.close();
        }
    }

    private static void add(Services services, int first) {
        services.of(Transactions.class).run(() -> services.of(EventLog.class)
                .add(IntStream.range(first, Math.min(ROWS, first + AT_ONCE))
                        .mapToObj(number -> StoreContract.event("row-" + number))
                        .toList()));
    }

    private static Duration since(long nanos) {
        return Duration.ofMillis((System.nanoTime() - nanos) / 1_000_000);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Of the old generation, where what lives long goes. */
    private static long peakAfterCollection() {
        return pools().stream()
                .filter(pool ->
                        pool.getName().contains("Tenured") || pool.getName().contains("Old"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The services as others would find them. */
    private static final class Services implements StorageOpener.Registry {

        private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

        @Override
        public void register(Map<Class<?>, Object> services) {
            found.putAll(services);
        }

        @Override
        public void unregister() {
            found.clear();
        }

        private <T> T of(Class<T> type) {
            return type.cast(found.get(type));
        }
    }
}

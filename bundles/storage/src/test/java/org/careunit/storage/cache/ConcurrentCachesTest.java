package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.careunit.storage.cache.DerivedCache.Inputs;
import org.careunit.storage.cache.DerivedCache.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many threads read while others change rows and tell of it at random: when all is quiet, no cache holds an old value.
 */
class ConcurrentCachesTest {

    private static final int READERS = 6;
    private static final int WRITERS = 3;
    private static final int CHANGES = 3_000;
    private static final List<String> KEYS =
            IntStream.range(0, 12).mapToObj(key -> "K" + key).toList();

    private final FakeStore store = new FakeStore();
    private final Caches caches = new Caches(store, store);
    private final AtomicInteger versions = new AtomicInteger();
    private final AtomicBoolean isOver = new AtomicBoolean();

    private final Cache<String, Integer> loading =
            caches.loading(store::read, FakeStore::changed, CacheLimits.entries(16));
    private final KindCache<String, Integer> whole = caches.wholeKind(store::readAll, store::read, FakeStore::changed);
    private final DerivedCache<String, Integer, Integer> derived = caches.derived(
            Source.of(
                    FakeStore::unit,
                    key -> new Inputs<>(
                            loading.get(key).orElse(0) + whole.get(key).orElse(0), Instant.MAX)),
            Clock.systemUTC(),
            16);

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333})
    void noneEndsStale(long seed) throws Exception {
        KEYS.forEach(key -> store.rows.put(key, 0));
        store.afterRead = key -> LockSupport.parkNanos(1);
        ExecutorService threads = Executors.newFixedThreadPool(READERS + WRITERS);
        try {
            List<? extends Future<?>> readers = IntStream.range(0, READERS)
                    .mapToObj(reader -> threads.submit(() -> read(new Random(seed + reader))))
                    .toList();
            List<? extends Future<?>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> change(new Random(-seed - writer))))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            assertAllAreCurrent();
            isOver.set(true);
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
            assertAllAreCurrent();
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
    }

    private void assertAllAreCurrent() {
        for (String key : KEYS) {
            int now = store.rows.get(key);
            assertThat(loading.get(key)).as(key).contains(now);
            assertThat(whole.get(key)).as(key).contains(now);
            assertThat(derived.get(key)).as(key).isEqualTo(2 * now);
        }
        assertThat(whole.all()).isEqualTo(Map.copyOf(store.rows));
    }

    private void read(Random random) {
        while (!isOver.get()) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            switch (random.nextInt(5)) {
                case 0 -> loading.get(key);
                case 1 -> whole.get(key);
                case 2 -> whole.all();
                case 3 -> store.run(() -> {
                    store.announce(FakeStore.change(key));
                    derived.get(key);
                });
                default -> derived.get(key);
            }
            store.loads.clear();
        }
    }

    /** Some notices come twice, and some only as anything. */
    private void change(Random random) {
        for (int change = 0; change < CHANGES; change++) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            store.rows.put(key, versions.incrementAndGet());
            int how = random.nextInt(20);
            if (how == 0) {
                store.tellAnything();
            } else {
                store.tell(key);
            }
            if (how == 1) {
                store.tell(key);
            }
        }
    }
}

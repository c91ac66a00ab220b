package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.careunit.api.failure.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotCacheTest {

    private final FakeStore store = new FakeStore();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private final SnapshotCache<Integer> cache = new Caches(store, store)
            .snapshot(
                    "A value",
                    () -> store.read("A").orElse(0),
                    change -> change.kind().equals(FakeStore.KIND),
                    worker);

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    @Test
    void aChangeIsTakenInInTheBackgroundEvenOneThatComesMeanwhile() {
        assertThat(cache.isFilled()).isFalse();
        assertThat(cache.get()).isZero();
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.commit("A", 2);
        };
        store.commit("A", 1);
        await().until(() -> cache.get() == 2);
    }

    @Test
    void withinATransactionNothingIsCached() {
        store.run(() -> {
            store.rows.put("A", 7);
            assertThat(cache.get()).isEqualTo(7);
        });
        assertThat(cache.isFilled()).isFalse();
    }

    @Test
    void theLastValueIsGivenOutWhileTheStoreIsAway() {
        store.afterRead = key -> {
            throw new UnavailableException("on purpose");
        };
        assertThatThrownBy(cache::get).isInstanceOf(UnavailableException.class);
        store.afterRead = key -> {};
        assertThat(cache.get()).isZero();
        store.afterRead = key -> {
            throw new UnavailableException("on purpose");
        };
        store.commit("A", 1);
        await().until(cache::isBehind);
        assertThat(cache.get()).isZero();
        store.afterRead = key -> {};
        await().until(() -> cache.get() == 1 && !cache.isBehind());
    }
}

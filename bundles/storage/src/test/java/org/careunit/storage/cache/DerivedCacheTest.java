package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.DerivedCache.Inputs;
import org.careunit.storage.cache.DerivedCache.Source;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

class DerivedCacheTest {

    private final FakeStore store = new FakeStore();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger computed = new AtomicInteger();
    private Instant until = Instant.MAX;
    private final Caches caches = new Caches(store, store);
    private final KindCache<String, Integer> base = caches.wholeKind(store::readAll, store::read, FakeStore::changed);
    private final DerivedCache<String, Integer, String> cache = caches.derived(
            new Source<>(FakeStore::unit, key -> new Inputs<>(base.get(key).orElse(0), until), this::compute),
            SettableClock.showing(now::get),
            100);

    private String compute(String key, int input) {
        computed.incrementAndGet();
        store.afterRead.accept("compute");
        return key + input;
    }

    @Test
    void aValueIsComputedOnceUntilWhatItIsMadeOfIsAnother() {
        store.rows.put("A", 1);
        assertThat(cache.get("A")).isEqualTo("A1");
        assertThat(cache.get("A")).isEqualTo("A1");
        store.tell("A");
        assertThat(cache.get("A")).isEqualTo("A1");
        assertThat(computed).as("the same inputs").hasValue(1);
        store.commit("A", 2);
        assertThat(cache.get("A")).isEqualTo("A2");
        assertThat(computed).hasValue(2);
    }

    @Test
    void whatChangesWhileItIsComputedHasItComputedAgain() {
        store.rows.put("A", 1);
        store.afterRead = step -> {
            if (step.equals("compute")) {
                store.afterRead = none -> {};
                store.commit("A", 2);
            }
        };
        assertThat(cache.get("A")).isEqualTo("A1");
        assertThat(cache.get("A")).isEqualTo("A2");
    }

    @Test
    void itIsComputedAgainWhenItsTimeIsOver() {
        store.rows.put("A", 1);
        until = Instant.ofEpochSecond(10);
        cache.get("A");
        base.clear();
        store.rows.put("A", 2);
        now.set(until.minusNanos(1));
        assertThat(cache.get("A")).isEqualTo("A1");
        now.set(until);
        until = Instant.MAX;
        assertThat(cache.get("A")).isEqualTo("A2");
    }

    @Test
    void clearingHasAllReadAgainEvenWhatIsBeingComputed() {
        store.rows.put("A", 1);
        store.afterRead = step -> {
            if (step.equals("compute")) {
                store.afterRead = none -> {};
                base.clear();
                store.rows.put("A", 2);
                cache.clear();
            }
        };
        assertThat(cache.get("A")).isEqualTo("A1");
        assertThat(cache.get("A")).isEqualTo("A2");
    }

    @Test
    void withinATransactionNothingIsCached() {
        store.rows.put("A", 1);
        store.run(() -> {
            store.rows.put("A", 7);
            assertThat(cache.get("A")).isEqualTo("A7");
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).isEqualTo("A1");
    }

    @Test
    void aTransactionThatChangesTheUnitOrARegionComputesAndAnotherReadsFromMemory() {
        store.rows.put("A", 1);
        cache.get("A");
        store.run(() -> {
            store.announce(FakeStore.change("B"));
            store.announce(new Change(Scope.PLATFORM, "account", "A"));
            cache.get("A");
        });
        assertThat(computed).hasValue(1);
        store.run(() -> {
            store.rows.put("A", 7);
            store.announce(FakeStore.change("A"));
            assertThat(cache.get("A")).isEqualTo("A7");
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).isEqualTo("A1");
        assertThat(FakeStore.change("A").mayConcern(FakeStore.unit("B"))).isFalse();
        assertThat(new Change(Scope.region("01"), "default", "a").mayConcern(FakeStore.unit("B")))
                .isTrue();
    }
}

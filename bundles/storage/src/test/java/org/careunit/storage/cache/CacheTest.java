package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.careunit.api.failure.UnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheTest {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final FakeStore store = new FakeStore();
    private final Caches caches = new Caches(store, store);
    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Cache<String, Integer> cache =
            caches.loading(store::read, FakeStore::changed, CacheLimits.entries(100));

    @BeforeEach
    void fill() {
        store.rows.put("A", 1);
        store.rows.put("B", 1);
        store.rows.put("C", 1);
    }

    private Cache<String, Integer> limited(CacheLimits limits) {
        return new Cache<>(store::read, new PendingChanges<>(store, store, FakeStore::changed), limits, nanos::get);
    }

    @Test
    void aValueIsLoadedOnceUntilANoticeAboutIt() {
        cache.get("A");
        cache.get("B");
        assertThat(cache.get("A")).contains(1);
        assertThat(store.loads).containsExactly("A", "B");

        store.commit("A", 2);
        assertThat(cache.get("A")).contains(2);
        assertThat(cache.get("B")).contains(1);
        assertThat(store.loads).containsExactly("A", "B", "A");
    }

    @Test
    void anythingHasAllLoadedAgain() {
        cache.get("A");
        store.rows.put("A", 2);
        store.tellAnything();
        assertThat(cache.get("A")).contains(2);
    }

    @Test
    void absenceIsNotCached() {
        assertThat(cache.get("D")).isEmpty();
        store.rows.put("D", 4);
        assertThat(cache.get("D")).contains(4);
    }

    @Test
    void aReadThatBeganBeforeANoticeIsNotCachedAfterIt() {
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.commit("A", 2);
        };
        assertThat(cache.get("A")).contains(1);
        assertThat(cache.get("A")).contains(2);
    }

    @Test
    void aReadThatBeganBeforeAnythingIsNotCachedAfterIt() {
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.rows.put("A", 2);
            store.tellAnything();
        };
        assertThat(cache.get("A")).contains(1);
        assertThat(cache.get("A")).contains(2);
    }

    @Test
    void withinATransactionNothingIsCached() {
        store.run(() -> {
            store.rows.put("A", 7);
            assertThat(cache.get("A")).contains(7);
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).contains(1);
    }

    @Test
    void aTransactionReadsBackWhatItHasChangedAndTheRestFromMemory() {
        cache.get("A");
        cache.get("B");
        store.run(() -> {
            store.announce(FakeStore.change("A"));
            store.rows.put("A", 7);
            assertThat(cache.isBypassed("A")).isTrue();
            assertThat(cache.get("A")).contains(7);
            assertThat(cache.isBypassed("B")).isFalse();
            assertThat(cache.get("B")).contains(1);
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).contains(1);
        assertThat(store.loads).containsExactly("A", "B", "A");
    }

    @Test
    void whatTheStoreThrowsIsPassedOnAndNotCached() {
        store.afterRead = key -> {
            throw new UnavailableException("on purpose");
        };
        assertThatThrownBy(() -> cache.get("A")).isInstanceOf(UnavailableException.class);
        store.afterRead = key -> {};
        assertThat(cache.get("A")).contains(1);
    }

    @Test
    void aValueThatIsTooOldIsLoadedAgain() {
        Cache<String, Integer> ageing = limited(CacheLimits.entries(10).maxAge(AGE));
        ageing.get("A");
        store.rows.put("A", 2);
        nanos.addAndGet(AGE.toNanos() - 1);
        assertThat(ageing.get("A")).contains(1);
        nanos.incrementAndGet();
        assertThat(ageing.get("A")).contains(2);
    }

    @Test
    void aRefresherLoadsWhatIsTooOldOnceForAllWhoAsk() {
        Cache<String, Integer> refreshed =
                limited(CacheLimits.entries(10).maxAge(AGE).refreshedBy(background::add));
        refreshed.get("A");
        store.rows.put("A", 2);
        nanos.addAndGet(AGE.toNanos());
        assertThat(refreshed.get("A")).contains(1);
        assertThat(refreshed.get("A")).contains(1);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(refreshed.get("A")).contains(2);
    }

    @Test
    void whatCannotBeRefreshedIsGivenOutAndTriedAgainLater() {
        Cache<String, Integer> refreshed =
                limited(CacheLimits.entries(10).maxAge(AGE).refreshedBy(background::add));
        refreshed.get("A");
        store.afterRead = key -> {
            throw new UnavailableException("on purpose");
        };
        nanos.addAndGet(AGE.toNanos());
        refreshed.get("A");
        background.remove().run();
        assertThat(refreshed.get("A")).contains(1);
        nanos.addAndGet(AGE.toNanos());
        refreshed.get("A");
        assertThat(background).hasSize(1);
    }

    @Test
    void aNoticeBeatsARefreshThatBeganBeforeIt() {
        Cache<String, Integer> refreshed =
                limited(CacheLimits.entries(10).maxAge(AGE).refreshedBy(background::add));
        refreshed.get("A");
        nanos.addAndGet(AGE.toNanos());
        refreshed.get("A");
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.rows.put("A", 2);
            refreshed.invalidate("A");
        };
        background.remove().run();
        assertThat(refreshed.get("A")).contains(2);
    }

    @Test
    void noMoreIsHeldThanAllowed() {
        Cache<String, Integer> ofTwo = limited(CacheLimits.entries(2));
        ofTwo.get("A");
        ofTwo.get("B");
        ofTwo.get("C");
        ofTwo.get("C");
        ofTwo.get("A");
        assertThat(store.loads).containsExactly("A", "B", "C", "A");
    }

    @Test
    void whatIsAskedForAgainAndAgainStaysWhateverElseIsRead() {
        Cache<String, Integer> ofFour = limited(CacheLimits.entries(4));
        ofFour.get("A");
        for (int other = 0; other < 9; other++) {
            store.rows.put("X" + other, 1);
            ofFour.get("X" + other);
            ofFour.get("A");
        }
        assertThat(store.loads).containsOnlyOnce("A").hasSize(10);
        ofFour.invalidate("A");
        ofFour.get("A");
        assertThat(store.loads).hasSize(11);
    }

    @Test
    void closingEndsTheNotices() {
        assertThat(store.listeners()).isEqualTo(1);
        caches.close();
        assertThat(store.listeners()).isZero();
    }
}

package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.careunit.api.failure.UnavailableException;
import org.junit.jupiter.api.Test;

class KindCacheTest {

    private final FakeStore store = new FakeStore();
    private final KindCache<String, Integer> cache =
            new Caches(store, store).wholeKind(store::readAll, store::read, FakeStore::changed);

    @Test
    void allAreLoadedTogetherAndWhatIsNotThereIsCachedToo() {
        store.rows.put("A", 1);
        assertThat(cache.get("A")).contains(1);
        assertThat(cache.get("B")).isEmpty();
        assertThat(cache.all()).isEqualTo(store.rows);
        assertThat(store.loads).containsExactly("all");
    }

    @Test
    void fewChangesAreReadEachByItself() {
        commit(500, 1);
        cache.all();
        commit(3, 2);
        store.rows.remove("K499");
        store.tell("K499");
        assertThat(cache.all()).isEqualTo(store.rows).hasSize(499);
        assertThat(store.loads).containsExactlyInAnyOrder("all", "K0", "K1", "K2", "K499");
    }

    @Test
    void manyChangesAreReadAtOnce() {
        commit(500, 1);
        cache.all();
        commit(500, 2);
        assertThat(cache.all()).isEqualTo(store.rows);
        assertThat(cache.get("K7")).contains(2);
        assertThat(store.loads).containsExactly("all", "all");
    }

    @Test
    void aRowThatWasChangedWhileAllWereReadIsReadAgain() {
        store.rows.put("A", 1);
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.commit("A", 2);
            store.commit("B", 2);
        };
        assertThat(cache.get("A")).contains(2);
        assertThat(cache.get("B")).contains(2);
    }

    @Test
    void whatWasReadBeforeAnythingWasToldIsNotCachedAfterIt() {
        store.rows.put("A", 1);
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.rows.put("A", 2);
            store.tellAnything();
        };
        assertThat(cache.get("A")).contains(1);
        assertThat(cache.get("A")).contains(2);
    }

    @Test
    void aRowThatWasReadAgainBeforeANoticeIsNotCachedAfterIt() {
        store.rows.put("A", 1);
        cache.all();
        store.commit("A", 2);
        store.afterRead = key -> {
            store.afterRead = none -> {};
            store.commit("A", 3);
        };
        assertThat(cache.get("A")).contains(2);
        assertThat(cache.get("A")).contains(3);
    }

    @Test
    void withinATransactionNothingIsCached() {
        store.rows.put("A", 1);
        store.run(() -> {
            store.rows.put("A", 7);
            assertThat(cache.get("A")).contains(7);
            assertThat(cache.all()).containsEntry("A", 7);
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).contains(1);
        assertThat(cache.all()).containsEntry("A", 1);
    }

    @Test
    void aTransactionReadsBackWhatItHasChangedAndTheRestFromMemory() {
        store.rows.put("A", 1);
        store.rows.put("B", 1);
        cache.all();
        store.run(() -> {
            assertThat(cache.all()).hasSize(2);
            assertThat(store.loads).containsExactly("all");
            store.announce(FakeStore.change("A"));
            store.rows.put("A", 7);
            assertThat(cache.get("A")).contains(7);
            assertThat(cache.get("B")).contains(1);
            assertThat(store.loads).containsExactly("all", "A");
            assertThat(cache.all()).containsEntry("A", 7);
        });
        store.rows.put("A", 1);
        assertThat(cache.get("A")).contains(1);
    }

    @Test
    void aFailureToReadAllIsPassedOnAndTriedAgain() {
        store.rows.put("A", 1);
        store.afterRead = key -> {
            throw new UnavailableException("on purpose");
        };
        assertThatThrownBy(() -> cache.get("A")).isInstanceOf(UnavailableException.class);
        store.afterRead = key -> {};
        assertThat(cache.get("A")).contains(1);
    }

    private void commit(int count, int value) {
        IntStream.range(0, count).forEach(row -> store.commit("K" + row, value));
    }
}

package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Map<String, Integer> store = new ConcurrentHashMap<>();
    private final AtomicInteger wholes = new AtomicInteger();
    private final AtomicInteger singles = new AtomicInteger();
    private final Table<Integer> table = new Table<>(
            () -> {
                wholes.incrementAndGet();
                return store;
            },
            key -> {
                singles.incrementAndGet();
                return Optional.ofNullable(store.get(key));
            },
            () -> false);

    @Test
    void fewChangesAreReadEachByItself() {
        change(0, 500, 1);
        assertThat(table.all()).isEqualTo(store);

        change(0, 3, 2);
        store.remove("499");
        table.changed("499");

        assertThat(table.all()).isEqualTo(store).hasSize(499);
        assertThat(wholes).hasValue(1);
        assertThat(singles).hasValue(4);
    }

    @Test
    void manyChangesAreReadAtOnce() {
        change(0, 500, 1);
        table.all();

        change(0, 500, 2);

        assertThat(table.all()).isEqualTo(store);
        assertThat(table.get("7")).isEqualTo(2);
        assertThat(wholes).hasValue(2);
        assertThat(singles).hasValue(0);
    }

    private void change(int from, int to, int value) {
        IntStream.range(from, to).mapToObj(Integer::toString).forEach(key -> {
            store.put(key, value);
            table.changed(key);
        });
    }
}

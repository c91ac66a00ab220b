package org.careunit.settings.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rows of the store in memory: all are read at the first question, and after that each one that was {@linkplain #changed
 * changed}. Safe for use by many threads; what was read before a change is never given out after it.
 */
final class Table<V> {

    private final Supplier<Map<String, V>> all;
    private final Function<String, Optional<V>> one;
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong drops = new AtomicLong();
    private volatile Map<String, V> rows;

    /**
     * @param all reads all rows by their keys
     * @param one reads one row again
     */
    Table(Supplier<Map<String, V>> all, Function<String, Optional<V>> one) {
        this.all = all;
        this.one = one;
    }

    /** A row; null if there is none. */
    V get(String key) {
        Map<String, V> known = known();
        return changed.containsKey(key) ? again(key) : known.get(key);
    }

    /** All rows as they stand. */
    Map<String, V> all() {
        known();
        changed.keySet().forEach(this::again);
        return Map.copyOf(known());
    }

    /** Has a row read again. */
    void changed(String key) {
        changed.put(key, changes.incrementAndGet());
    }

    /** Has all rows read again. */
    void anything() {
        drops.incrementAndGet();
        rows = null;
    }

    private Map<String, V> known() {
        Map<String, V> known = rows;
        return known == null ? read() : known;
    }

    private synchronized Map<String, V> read() {
        if (rows != null) {
            return rows;
        }
        long changesBefore = changes.get();
        long dropsBefore = drops.get();
        Map<String, V> fresh = new ConcurrentHashMap<>(all.get());
        changed.values().removeIf(change -> change <= changesBefore);
        rows = drops.get() == dropsBefore ? fresh : null;
        return fresh;
    }

    private synchronized V again(String key) {
        Map<String, V> known = known();
        Long change = changed.get(key);
        if (change == null) {
            return known.get(key);
        }
        Optional<V> fresh = one.apply(key);
        fresh.ifPresentOrElse(row -> known.put(key, row), () -> known.remove(key));
        changed.remove(key, change);
        return fresh.orElse(null);
    }
}

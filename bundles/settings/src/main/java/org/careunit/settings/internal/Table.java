package org.careunit.settings.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rows of the store in memory: all are read at the first question, and after that each one that was {@linkplain #changed
 * changed}. Safe for use by many threads; what was read before a change is never given out after it. What is read inside a
 * transaction is not remembered, since it may be rolled back; there, a row that is remembered is as it stood before.
 */
final class Table<V> {

    /** Of more rows that were changed, reading all at once is quicker than each by itself. */
    private static final int ONE_BY_ONE = 100;

    private final Supplier<Map<String, V>> all;
    private final Function<String, Optional<V>> one;
    private final BooleanSupplier inTransaction;
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong drops = new AtomicLong();
    private volatile Map<String, V> rows;

    /**
     * @param all reads all rows by their keys
     * @param one reads one row again
     * @param inTransaction whether this thread is inside a transaction of its own
     */
    Table(Supplier<Map<String, V>> all, Function<String, Optional<V>> one, BooleanSupplier inTransaction) {
        this.all = all;
        this.one = one;
        this.inTransaction = inTransaction;
    }

    /** A row; null if there is none. */
    V get(String key) {
        if (inTransaction.getAsBoolean()) {
            return unremembered(key);
        }
        Map<String, V> known = known();
        return changed.containsKey(key) ? again(key) : known.get(key);
    }

    private V unremembered(String key) {
        Map<String, V> known = rows;
        return known == null || changed.containsKey(key) ? one.apply(key).orElse(null) : known.get(key);
    }

    /** All rows as they stand. */
    Map<String, V> all() {
        if (inTransaction.getAsBoolean()) {
            return unremembered();
        }
        if (changed.size() > ONE_BY_ONE) {
            anything();
        }
        known();
        changed.keySet().forEach(this::again);
        return Map.copyOf(known());
    }

    private Map<String, V> unremembered() {
        Map<String, V> known = rows;
        return Map.copyOf(known == null || !changed.isEmpty() ? all.get() : known);
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

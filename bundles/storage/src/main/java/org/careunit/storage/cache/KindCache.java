package org.careunit.storage.cache;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Cache of all rows of a kind: all are loaded together at the first request, and single rows again after a change
 * notice. The absence of a row is cached, too. The rules of {@link Caches} hold. Safe for use by many threads.
 *
 * @param <K> the rows' key
 * @param <V> a row
 */
public final class KindCache<K, V> {

    /** If more rows than this were changed, reloading all is faster than reloading each. */
    private static final int ONE_BY_ONE = 100;

    private final Supplier<Map<K, V>> all;
    private final Function<K, Optional<V>> one;
    private final PendingChanges<K> pending;
    private final Invalidations invalidations = new Invalidations();
    private final Object loading = new Object();
    private final Set<K> changedWhileLoading = new HashSet<>();
    private boolean isLoading;
    private long clears;
    private volatile Map<K, Row<V>> rows;

    KindCache(Supplier<Map<K, V>> all, Function<K, Optional<V>> one, PendingChanges<K> pending) {
        this.all = all;
        this.one = one;
        this.pending = pending;
    }

    /** A row; empty if there is none. */
    public Optional<V> get(K key) {
        if (pending.isInTransaction()) {
            return inTransaction(key);
        }
        Row<V> row = rows().get(key);
        if (row == null) {
            return Optional.empty();
        }
        return row.invalid() ? reloaded(key) : row.value();
    }

    /** All rows. */
    public Map<K, V> all() {
        if (pending.isInTransaction()) {
            return allInTransaction();
        }
        if (invalid(rows()) > ONE_BY_ONE) {
            clear();
        }
        Map<K, V> valid = new HashMap<>();
        rows().forEach((key, row) ->
                (row.invalid() ? reloaded(key) : row.value()).ifPresent(value -> valid.put(key, value)));
        return valid;
    }

    /** Invalidates a row. */
    public synchronized void invalidate(K key) {
        invalidations.count(key);
        if (isLoading) {
            changedWhileLoading.add(key);
        }
        if (rows != null) {
            rows.put(key, Row.toLoad());
        }
    }

    /** Invalidates all rows. */
    public synchronized void clear() {
        invalidations.countAll();
        clears++;
        rows = null;
    }

    private Optional<V> inTransaction(K key) {
        Map<K, Row<V>> known = rows;
        Row<V> row = known == null ? Row.toLoad() : known.getOrDefault(key, Row.none());
        return row.invalid() || pending.include(key) ? one.apply(key) : row.value();
    }

    private Map<K, V> allInTransaction() {
        Map<K, Row<V>> known = rows;
        if (known == null || pending.any() || invalid(known) > 0) {
            return all.get();
        }
        Map<K, V> valid = new HashMap<>();
        known.forEach((key, row) -> row.value().ifPresent(value -> valid.put(key, value)));
        return valid;
    }

    private static <K, V> long invalid(Map<K, Row<V>> known) {
        return known.values().stream().filter(Row::invalid).count();
    }

    private Map<K, Row<V>> rows() {
        Map<K, Row<V>> known = rows;
        return known == null ? loaded() : known;
    }

    /** Loads all rows, one thread at a time; a thread that waited looks first whether they are there now. */
    private Map<K, Row<V>> loaded() {
        synchronized (loading) {
            Map<K, Row<V>> known = rows;
            if (known != null) {
                return known;
            }
            long before = beginLoading();
            try {
                Map<K, Row<V>> fresh = new ConcurrentHashMap<>();
                all.get().forEach((key, value) -> fresh.put(key, new Row<>(Optional.of(value), false)));
                return keep(fresh, before);
            } finally {
                endLoading();
            }
        }
    }

    private synchronized long beginLoading() {
        isLoading = true;
        return clears;
    }

    private synchronized void endLoading() {
        isLoading = false;
        changedWhileLoading.clear();
    }

    private synchronized Map<K, Row<V>> keep(Map<K, Row<V>> fresh, long before) {
        changedWhileLoading.forEach(key -> fresh.put(key, Row.toLoad()));
        if (clears == before) {
            rows = fresh;
        }
        return fresh;
    }

    private Optional<V> reloaded(K key) {
        long before = invalidationsOf(key);
        Optional<V> fresh = one.apply(key);
        keep(key, fresh, before);
        return fresh;
    }

    private synchronized long invalidationsOf(K key) {
        return invalidations.of(key);
    }

    private synchronized void keep(K key, Optional<V> fresh, long before) {
        if (rows == null || invalidations.of(key) != before) {
            return;
        }
        if (fresh.isPresent()) {
            rows.put(key, new Row<>(fresh, false));
        } else {
            rows.remove(key);
        }
    }

    /**
     * A row, or that there is none.
     *
     * @param invalid whether it is to be loaded again, since it was changed
     */
    private record Row<V>(Optional<V> value, boolean invalid) {

        static <V> Row<V> toLoad() {
            return new Row<>(Optional.empty(), true);
        }

        static <V> Row<V> none() {
            return new Row<>(Optional.empty(), false);
        }
    }
}

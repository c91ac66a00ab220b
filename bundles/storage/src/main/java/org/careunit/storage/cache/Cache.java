package org.careunit.storage.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.careunit.api.failure.CareunitException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache that loads a value when it is requested, and again after a change notice about its key. Absence is not cached.
 * The rules of {@link Caches} hold. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class Cache<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Cache.class);

    private final RecentEntries<K, Entry<V>> entries;
    private final Invalidations invalidations = new Invalidations();
    private final Function<K, Optional<V>> load;
    private final PendingChanges<K> pending;
    private final long maxAgeNanos;
    private final Optional<Executor> refresher;
    private final LongSupplier nanoTime;

    Cache(Function<K, Optional<V>> load, PendingChanges<K> pending, CacheLimits limits, LongSupplier nanoTime) {
        this.load = load;
        this.pending = pending;
        this.entries = new RecentEntries<>(limits.entries());
        this.maxAgeNanos = limits.maxAge().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.refresher = limits.refresher();
        this.nanoTime = nanoTime;
    }

    /** The value; empty if the store has none. */
    public Optional<V> get(K key) {
        Entry<V> entry = entries.get(key);
        if (pending.isInTransaction()) {
            return isYoung(entry) && !pending.include(key) ? entry.value() : load.apply(key);
        }
        if (isYoung(entry)) {
            return entry.value();
        }
        return entry != null && refresher.isPresent() ? refreshed(key, entry) : loaded(key);
    }

    /** Whether this thread's transaction reads from the store, for callers that then read only a part. */
    public boolean isBypassed(K key) {
        return pending.isInTransaction() && (!isYoung(entries.get(key)) || pending.include(key));
    }

    /** Invalidates a value. */
    public synchronized void invalidate(K key) {
        invalidations.count(key);
        entries.remove(key);
    }

    /** Invalidates all values. */
    public synchronized void clear() {
        invalidations.countAll();
        entries.clear();
    }

    private boolean isYoung(Entry<V> entry) {
        return entry != null
                && (maxAgeNanos == Long.MAX_VALUE || nanoTime.getAsLong() - entry.loadedAt() < maxAgeNanos);
    }

    private Optional<V> loaded(K key) {
        long before = invalidationsOf(key);
        long began = nanoTime.getAsLong();
        Optional<V> fresh = load.apply(key);
        if (fresh.isPresent()) {
            keep(key, new Entry<>(fresh, began), before);
        }
        return fresh;
    }

    /** Returns the old value; the first caller that finds it too old starts a reload. */
    private Optional<V> refreshed(K key, Entry<V> old) {
        if (renew(key, old)) {
            refresher.orElseThrow().execute(() -> refresh(key));
        }
        return old.value();
    }

    private void refresh(K key) {
        try {
            if (loaded(key).isEmpty()) {
                invalidate(key);
            }
        } catch (CareunitException notNow) {
            LOG.debug("A value that is too old could not be loaded again; it is given out for now", notNow);
        }
    }

    private synchronized long invalidationsOf(K key) {
        return invalidations.of(key);
    }

    private synchronized void keep(K key, Entry<V> entry, long before) {
        if (invalidations.of(key) == before) {
            entries.put(key, entry);
        }
    }

    private synchronized boolean renew(K key, Entry<V> old) {
        Entry<V> now = entries.get(key);
        boolean isFirst = now != null && now.loadedAt() == old.loadedAt();
        if (isFirst) {
            entries.put(key, new Entry<>(old.value(), nanoTime.getAsLong()));
        }
        return isFirst;
    }

    private record Entry<V>(Optional<V> value, long loadedAt) {}
}

package org.careunit.storage.cache;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.ChangeBroadcast.Change;

/**
 * Creates caches of what the store holds, and passes change notices on to them until it is closed.
 *
 * <p>All of them keep the same rules. What was read before a notice came is not cached after it. Within a transaction nothing is
 * cached, since it may be rolled back; what the transaction itself has changed is read from the store, and the rest is as it was
 * committed: work that must see what others commit reads the store, under a lock. What the store throws is passed on and not
 * cached.
 */
public final class Caches implements AutoCloseable {

    private final Transactions transactions;
    private final ChangeBroadcast broadcast;
    private final List<Runnable> onClose = new CopyOnWriteArrayList<>();

    public Caches(Transactions transactions, ChangeBroadcast broadcast) {
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /**
     * A cache that loads each value when it is first asked for.
     *
     * @param load reads a value; what is empty is not cached
     * @param changed the key that a change is about; empty if it is about none of this cache
     */
    public <K, V> Cache<K, V> loading(
            Function<K, Optional<V>> load, Function<Change, Optional<K>> changed, CacheLimits limits) {
        Cache<K, V> cache = new Cache<>(load, view(changed), limits, System::nanoTime);
        listen(changed, cache::invalidate, cache::clear);
        return cache;
    }

    /**
     * A cache of a whole kind: all its rows are loaded together, and after a notice the one that it is about.
     *
     * @param all reads all rows
     * @param one reads a row again
     * @param changed the key that a change is about; empty if it is about none of this kind
     */
    public <K, V> KindCache<K, V> wholeKind(
            Supplier<Map<K, V>> all, Function<K, Optional<V>> one, Function<Change, Optional<K>> changed) {
        KindCache<K, V> cache = new KindCache<>(all, one, view(changed));
        listen(changed, cache::invalidate, cache::clear);
        return cache;
    }

    /**
     * A cache of values that are computed from other caches' answers about a unit.
     *
     * @param unit whose a key is
     * @param inputs reads from the other caches what a value is computed from
     * @param compute called again only when the inputs are no longer equal to those of the last time
     * @param entries how many are cached at most
     */
    public <K, I, V> DerivedCache<K, I, V> derived(
            Function<K, HsaId> unit,
            Function<K, DerivedCache.Inputs<I>> inputs,
            java.util.function.BiFunction<K, I, V> compute,
            Clock clock,
            int entries) {
        return new DerivedCache<>(
                new DerivedCache.Source<>(unit, inputs, compute), transactions, broadcast, clock, entries);
    }

    /**
     * One value in memory, computed again in the background after changes.
     *
     * @param compute reads the store
     * @param concerns which changes it is computed again after
     * @param worker of one thread; the caller's to stop
     */
    public <V> SnapshotCache<V> snapshot(
            Supplier<V> compute, Predicate<Change> concerns, ScheduledExecutorService worker) {
        SnapshotCache<V> cache = new SnapshotCache<>(compute, transactions::isOpen, worker);
        listen(new ChangeBroadcast.Listener() {
            @Override
            public void changed(Change change) {
                if (concerns.test(change)) {
                    cache.refresh();
                }
            }

            @Override
            public void anything() {
                cache.refresh();
            }
        });
        return cache;
    }

    /** Ends the notices to all caches that were created here. */
    @Override
    public void close() {
        onClose.forEach(Runnable::run);
        onClose.clear();
    }
}

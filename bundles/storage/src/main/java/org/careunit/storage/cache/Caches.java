package org.careunit.storage.cache;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.ChangeBroadcast.Change;

/**
 * Creates caches of stored data, and passes change notices to them until it is closed.
 *
 * <p>All caches follow the same rules. A value that was read before a notice arrived is not cached after it. Within a
 * transaction nothing is cached, since it may be rolled back; what the transaction itself has changed is read from the
 * store, and the rest is as last committed: work that must not miss what others commit locks a row and reads the store.
 * Exceptions of the store are passed on. Keys have {@code equals} and {@code hashCode}, and none is a personal number
 * in clear.
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
     * Creates a cache that loads each value when it is asked for.
     *
     * @param load reads a value; what is empty is not cached
     * @param changed the key that a change is about; empty if it is about none of this cache
     */
    public <K, V> Cache<K, V> loading(
            Function<K, Optional<V>> load, Function<Change, Optional<K>> changed, CacheLimits limits) {
        Cache<K, V> cache = new Cache<>(load, pending(changed), limits, System::nanoTime);
        listen(change -> changed.apply(change).ifPresent(cache::invalidate), cache::clear);
        return cache;
    }

    /**
     * Creates a cache of a whole kind of rows.
     *
     * @param all reads all rows
     * @param one reads a row again
     * @param changed the key that a change is about; empty if it is about none of this kind
     */
    public <K, V> KindCache<K, V> wholeKind(
            Supplier<Map<K, V>> all, Function<K, Optional<V>> one, Function<Change, Optional<K>> changed) {
        KindCache<K, V> cache = new KindCache<>(all, one, pending(changed));
        listen(change -> changed.apply(change).ifPresent(cache::invalidate), cache::clear);
        return cache;
    }

    /**
     * Creates a cache of what is computed from the answers of other caches about a unit.
     *
     * @param entries how many values are cached at most
     */
    public <K, I, V> DerivedCache<K, I, V> derived(DerivedCache.Source<K, I, V> source, Clock clock, int entries) {
        return new DerivedCache<>(source, transactions, broadcast, clock, entries);
    }

    /**
     * Creates a cache of one value, which is computed again in the background after changes.
     *
     * @param name of the value, as the log begins a sentence with it
     * @param compute reads the store
     * @param concerns which changes it is computed again after
     * @param worker of one thread; the caller's to stop
     */
    public <V> SnapshotCache<V> snapshot(
            String name, Supplier<V> compute, Predicate<Change> concerns, ScheduledExecutorService worker) {
        SnapshotCache<V> cache = new SnapshotCache<>(name, compute, transactions::isOpen, worker);
        listen(
                change -> {
                    if (concerns.test(change)) {
                        cache.refresh();
                    }
                },
                cache::refresh);
        return cache;
    }

    private <K> PendingChanges<K> pending(Function<Change, Optional<K>> changed) {
        return new PendingChanges<>(transactions, broadcast, changed);
    }

    private void listen(Consumer<Change> onChange, Runnable onAnything) {
        onClose.add(broadcast.listen(new ChangeBroadcast.Listener() {
            @Override
            public void changed(Change change) {
                onChange.accept(change);
            }

            @Override
            public void noticesLost() {
                onAnything.run();
            }
        }));
    }

    /** Stops notices to all caches that were created here. */
    @Override
    public void close() {
        onClose.forEach(Runnable::run);
        onClose.clear();
    }
}

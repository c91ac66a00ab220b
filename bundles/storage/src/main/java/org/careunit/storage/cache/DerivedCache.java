package org.careunit.storage.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Transactions;

/**
 * Cache of values that are computed from other caches about a unit. A value is recomputed after a notice that may
 * concern the unit, once all other caches have processed it, and when its validity ends. The rules of {@link Caches}
 * hold. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <I> what a value is computed from; compared by {@code equals}
 * @param <V> the value
 */
public final class DerivedCache<K, I, V> {

    private final Source<K, I, V> source;
    private final Transactions transactions;
    private final ChangeBroadcast broadcast;
    private final Clock clock;
    private final RecentEntries<K, Entry<I, V>> entries;
    private final AtomicLong clears = new AtomicLong();

    DerivedCache(
            Source<K, I, V> source, Transactions transactions, ChangeBroadcast broadcast, Clock clock, int entries) {
        this.source = source;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
        this.entries = new RecentEntries<>(entries);
    }

    /** The value; never null. What the other caches throw is passed on. */
    public V get(K key) {
        HsaId unit = source.unit().apply(key);
        // counted first: a notice that comes meanwhile may or may not be in what is computed
        long notices = broadcast.noticesOf(unit) + clears.get();
        Entry<I, V> entry = entries.get(key);
        if (transactions.isOpen()) {
            boolean changed = broadcast.isPending(change -> change.mayConcern(unit));
            return !changed && isValid(entry, notices)
                    ? entry.value()
                    : compute(key, entry, notices).value();
        }
        return isValid(entry, notices) ? entry.value() : kept(key, compute(key, entry, notices));
    }

    /** Has all values computed again. */
    public void clear() {
        clears.incrementAndGet();
    }

    /** How many values are cached. */
    public int size() {
        return entries.size();
    }

    private boolean isValid(Entry<I, V> entry, long notices) {
        return entry != null
                && entry.notices() == notices
                && !isPast(entry.inputs().until());
    }

    private boolean isPast(Instant until) {
        return !until.equals(Instant.MAX) && !clock.instant().isBefore(until);
    }

    private V kept(K key, Entry<I, V> fresh) {
        entries.put(key, fresh);
        return fresh.value();
    }

    private Entry<I, V> compute(K key, Entry<I, V> last, long notices) {
        Inputs<I> inputs = source.inputs().apply(key);
        boolean same = last != null && last.inputs().of().equals(inputs.of());
        V value = same ? last.value() : source.compute().apply(key, inputs.of());
        return new Entry<>(inputs, value, notices);
    }

    /**
     * Computes the values.
     *
     * @param unit the unit that a key is about
     * @param inputs reads the other caches
     * @param compute computes a value; not called where the inputs are equal to those of the last time
     */
    public record Source<K, I, V>(Function<K, HsaId> unit, Function<K, Inputs<I>> inputs, BiFunction<K, I, V> compute) {

        /** The inputs themselves are the value. */
        public static <K, V> Source<K, V, V> of(Function<K, HsaId> unit, Function<K, Inputs<V>> inputs) {
            return new Source<>(unit, inputs, (key, value) -> value);
        }
    }

    /**
     * Input of a value.
     *
     * @param of never null
     * @param until when the inputs will be others without a notice; {@link Instant#MAX} for never
     */
    public record Inputs<I>(I of, Instant until) {}

    private record Entry<I, V>(Inputs<I> inputs, V value, long notices) {}
}

package org.careunit.storage.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What was read from the store, answered from memory until it is too old. Who listens to {@link Changes} {@linkplain #drop
 * drops} what was changed, here or on another node, and {@linkplain #clear clears} all when anything may have been; without
 * it, a change on another node is seen when the memory is too old.
 * Absence is never remembered. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class Remembered<K, V> {

    private volatile Map<K, Read<V>> recent = new ConcurrentHashMap<>();
    private volatile Map<K, Read<V>> older = new ConcurrentHashMap<>();
    private final Function<K, Optional<V>> store;
    private final long longestNanos;
    private final int most;
    private final LongSupplier nanoTime;
    private long drops;

    /**
     * @param store asked when nothing is remembered
     * @param longest how old an answer may be
     * @param most how many answers are held at most; whatever is asked for again and again stays, as long as it fills no more than
     *     half of that
     */
    public Remembered(Function<K, Optional<V>> store, Duration longest, int most) {
        this(store, longest, most, System::nanoTime);
    }

    /** As above, by a stopwatch that tests set. */
    public Remembered(Function<K, Optional<V>> store, Duration longest, int most, LongSupplier nanoTime) {
        this.store = store;
        this.longestNanos = longest.toNanos();
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** The answer; empty if the store has none. What the store throws is passed on. */
    public Optional<V> get(K key) {
        return get(key, value -> true);
    }

    /** As above, asking the store also where what is remembered no longer holds. */
    public Optional<V> get(K key, Predicate<V> holds) {
        Read<V> read = known(key);
        if (read != null && nanoTime.getAsLong() - read.at() < longestNanos && holds.test(read.value())) {
            return Optional.of(read.value());
        }
        long dropsBefore = drops();
        long before = nanoTime.getAsLong();
        Optional<V> fresh = store.apply(key);
        fresh.ifPresent(value -> keep(key, new Read<>(value, before), dropsBefore));
        return fresh;
    }

    /** Forgets an answer, and does not keep those that are being read meanwhile. */
    public synchronized void drop(K key) {
        drops++;
        recent.remove(key);
        older.remove(key);
    }

    /** Forgets all answers, and does not keep those that are being read meanwhile. */
    public synchronized void clear() {
        drops++;
        recent.clear();
        older.clear();
    }

    private Read<V> known(K key) {
        Read<V> read = recent.get(key);
        return read == null && older.containsKey(key) ? askedForAgain(key) : read;
    }

    private synchronized Read<V> askedForAgain(K key) {
        Read<V> read = older.remove(key);
        if (read == null) {
            return recent.get(key);
        }
        put(key, read);
        return read;
    }

    private synchronized long drops() {
        return drops;
    }

    private synchronized void keep(K key, Read<V> read, long dropsBefore) {
        if (drops != dropsBefore) {
            return;
        }
        older.remove(key);
        put(key, read);
    }

    /** Under the lock. What half of the room is filled with is older from then on, and what was older is forgotten. */
    private void put(K key, Read<V> read) {
        if (recent.size() >= (most + 1) / 2 && !recent.containsKey(key)) {
            older = recent;
            recent = new ConcurrentHashMap<>();
        }
        recent.put(key, read);
    }

    private record Read<V>(V value, long at) {}
}

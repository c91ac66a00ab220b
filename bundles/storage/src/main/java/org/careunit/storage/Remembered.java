package org.careunit.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

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

    private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();
    private final Function<K, Optional<V>> store;
    private final long longestNanos;
    private final int most;
    private final LongSupplier nanoTime;
    private long drops;

    /**
     * @param store asked when nothing is remembered
     * @param longest how old an answer may be
     * @param most how many answers are held; one more, and all are forgotten
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
        Read<V> read = reads.get(key);
        if (read != null && nanoTime.getAsLong() - read.at() < longestNanos) {
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
        reads.remove(key);
    }

    /** Forgets all answers, and does not keep those that are being read meanwhile. */
    public synchronized void clear() {
        drops++;
        reads.clear();
    }

    private synchronized long drops() {
        return drops;
    }

    private synchronized void keep(K key, Read<V> read, long dropsBefore) {
        if (drops != dropsBefore) {
            return;
        }
        if (reads.size() >= most) {
            reads.clear();
        }
        reads.put(key, read);
    }

    private record Read<V>(V value, long at) {}
}

package org.careunit.storage.cache;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of one large value that is recomputed in the background after changes, once for several changes that come
 * together. Meanwhile readers get the previous value; only the first reader waits. Safe for use by many threads.
 *
 * @param <V> the value
 */
public final class SnapshotCache<V> {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCache.class);
    private static final long GATHER_MILLIS = 50;
    private static final long RETRY_MILLIS = 1_000;

    private final String name;
    private final Supplier<V> compute;
    private final BooleanSupplier inTransaction;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile V value;
    private volatile boolean behind;

    SnapshotCache(String name, Supplier<V> compute, BooleanSupplier inTransaction, ScheduledExecutorService worker) {
        this.name = name;
        this.compute = compute;
        this.inTransaction = inTransaction;
        this.worker = worker;
    }

    /**
     * The value; computed on this thread if there is none yet.
     *
     * @throws org.careunit.api.failure.UnavailableException if there is none yet and the store is out of reach
     */
    public V get() {
        V now = value;
        return now == null ? first() : now;
    }

    private V first() {
        return inTransaction.getAsBoolean() ? compute.get() : computedOnce();
    }

    private synchronized V computedOnce() {
        if (value == null) {
            value = compute.get();
        }
        return value;
    }

    /** Whether there is a value. */
    public boolean isFilled() {
        return value != null;
    }

    /** Whether the last change could not be taken in, so that the value may be old. */
    public boolean isBehind() {
        return behind;
    }

    /** Whether no computation is under way or to come. */
    public boolean isCurrent() {
        return underWay.get() == 0;
    }

    /** Schedules a recomputation. */
    public void refresh() {
        schedule(GATHER_MILLIS);
    }

    private void schedule(long millis) {
        if (scheduled.compareAndSet(false, true)) {
            underWay.incrementAndGet();
            try {
                worker.schedule(this::recompute, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The worker of a cache is being stopped", stopping);
            }
        }
    }

    /** A change that comes from here on schedules another computation. */
    private void recompute() {
        scheduled.set(false);
        try {
            replace();
            behind = false;
        } catch (RuntimeException failure) {
            if (!behind) {
                LOG.warn(
                        "{} cannot be computed again; the last one is given out, and it is tried each second",
                        name,
                        failure);
            }
            behind = true;
            schedule(RETRY_MILLIS);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized void replace() {
        value = compute.get();
    }
}

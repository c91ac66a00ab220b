package org.careunit.finding.internal;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.careunit.storage.Approvals;
import org.careunit.storage.cache.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the memory fresh: each change has it made anew in the background, changes that come together only once; who asks
 * meanwhile is answered from the one before. Safe for use by many threads.
 */
final class Refreshing implements Changes.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
    private static final Set<String> KINDS = Set.of("settings", "default", "unit", "approved");
    private static final long GATHER_MILLIS = 50;
    private static final long RETRY_MILLIS = 1_000;

    private final Source source;
    private final Approvals approvals;
    private final Clock clock;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Memory memory;
    private volatile boolean behind;

    /** @param worker of one thread; makes the memory, and is the caller's to stop */
    Refreshing(Source source, Approvals approvals, Clock clock, ScheduledExecutorService worker) {
        this.source = source;
        this.approvals = approvals;
        this.clock = clock;
        this.worker = worker;
    }

    /** Threads that say whose they are and never keep a container from stopping. */
    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * What to answer from.
     *
     * @throws org.careunit.api.failure.UnavailableException if there is none yet and the store is out of reach
     */
    Memory memory() {
        Memory now = memory;
        return now != null ? now : first();
    }

    private synchronized Memory first() {
        return memory != null ? memory : make();
    }

    /** Whether there is a memory to answer from. */
    boolean isFilled() {
        return memory != null;
    }

    /** Whether the last change could not be taken in, so that answers may be old. */
    boolean isBehind() {
        return behind;
    }

    @Override
    public void changed(Changes.Change change) {
        if (KINDS.contains(change.kind())) {
            refresh();
        }
    }

    @Override
    public void anything() {
        refresh();
    }

    /** Has the memory made anew soon. */
    void refresh() {
        later(GATHER_MILLIS);
    }

    private void later(long millis) {
        if (waiting.compareAndSet(false, true)) {
            try {
                worker.schedule(this::work, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Finding is being stopped", stopping);
            }
        }
    }

    private void work() {
        waiting.set(false);
        try {
            make();
            behind = false;
        } catch (RuntimeException failure) {
            if (!behind) {
                LOG.warn(
                        "The index of units cannot be made anew; the last one answers, and it is tried each second",
                        failure);
            }
            behind = true;
            later(RETRY_MILLIS);
        }
    }

    private synchronized Memory make() {
        long began = System.nanoTime();
        memory = Memory.of(source.units(), approvals.all(), clock.instant(), began);
        return memory;
    }
}

package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something that is to be done soon after it is asked for, but no more often than once in a pause: many requests in a row
 * become one. The first after a quiet time is done at once.
 */
public final class Paced {

    private final ScheduledExecutorService timer;
    private final long pauseNanos;
    private final Runnable action;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long last;

    public Paced(ScheduledExecutorService timer, Duration pause, Runnable action) {
        this.timer = timer;
        this.pauseNanos = pause.toNanos();
        this.action = action;
        this.last = System.nanoTime() - pauseNanos;
    }

    /** Has it done; what is asked for after this began is seen by it or by the next. */
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            long wait = Math.max(0, last + pauseNanos - System.nanoTime());
            try {
                timer.schedule(this::run, wait, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                asked.set(false);
            }
        }
    }

    /** Has it done now, whenever the last time was. */
    public void now() {
        last = System.nanoTime();
        action.run();
    }

    private void run() {
        asked.set(false);
        now();
    }
}

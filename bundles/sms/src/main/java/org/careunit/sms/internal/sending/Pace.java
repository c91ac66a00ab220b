package org.careunit.sms.internal.sending;

import java.time.Duration;

/**
 * The rate at which a gateway takes parts, found out from what it refuses. After a refusal because there are too many,
 * nobody passes for a while; then the rate is what was taken between the last two refusals, raised by little every
 * second. Time in which nobody wanted to pass does not count. Not safe for use by many threads; time is given by the
 * caller, in nanoseconds.
 */
final class Pace {

    static final long PAUSE = Duration.ofMillis(60).toNanos();

    /** Who comes late by no more than this loses nothing: the next ones pass sooner. */
    private static final long CREDIT = Duration.ofMillis(50).toNanos();

    private static final double FASTER = 0.98;
    private static final long STEP = Duration.ofSeconds(1).toNanos();
    private static final double LONGEST_INTERVAL = 5e9;
    private static final long FORGOTTEN = Duration.ofSeconds(20).toNanos();

    private double interval;
    private double next;
    private long passes;
    private long busySince;
    private long idleSince;
    private int busy;
    private long taken;
    private long lastThrottled;
    private long raised;
    private long throttledPasses;

    Pace(long now) {
        next = now;
        idleSince = now;
        busySince = now;
    }

    /** One more wants to pass. */
    void enter(long now) {
        if (busy == 0) {
            busySince += now - idleSince;
        }
        busy++;
    }

    /** One of them is done, or gave up. */
    void leave(long now) {
        busy--;
        if (busy == 0) {
            idleSince = now;
        }
    }

    /** When the next one may pass. */
    long next() {
        return (long) next;
    }

    /**
     * One passes.
     *
     * @return its number, for {@link #throttled}
     */
    long pass(long now) {
        next = Math.max(next, now - (double) CREDIT) + interval;
        passes++;
        return passes;
    }

    /** The gateway took one. */
    void accepted(long now) {
        taken++;
        if (interval == 0) {
            return;
        }
        if (now - lastThrottled > FORGOTTEN) {
            interval = 0;
        } else if (now - raised > STEP) {
            interval *= FASTER;
            raised = now;
        }
    }

    /**
     * The gateway refused one because there are too many. Those that passed before an earlier refusal came are that
     * one's.
     */
    void throttled(long now, long pass) {
        if (pass > throttledPasses) {
            interval = Math.min(LONGEST_INTERVAL, measured(now));
            taken = 0;
            busySince = now;
            lastThrottled = now;
            raised = now;
            throttledPasses = passes;
        }
        next = (double) now + Math.max((double) PAUSE, interval);
    }

    private double measured(long now) {
        return taken == 0 ? Math.max(interval * 2, (double) PAUSE) : FASTER * ((double) now - busySince) / taken;
    }
}

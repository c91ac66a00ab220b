package org.careunit.sms.internal.sending;

import java.time.Duration;

/**
 * Adaptive rate limit, learned from the gateway's throttling. After a throttled part, sending pauses; then the rate is
 * that of the parts accepted between the last two throttled ones, raised slightly every second. Idle time does not
 * count. Not safe for use by many threads; time is given by the caller, in nanoseconds.
 */
final class SendRate {

    static final long PAUSE = Duration.ofMillis(20).toNanos();

    /** Lateness up to this is made up by sending the next parts sooner. */
    private static final long CREDIT = Duration.ofMillis(50).toNanos();

    private static final double FASTER = 0.98;
    private static final int MOST_STEPS = 10;

    /**
     * Lower bound of the rate after one throttled part, since on a busy machine it may follow a time in which no thread
     * ran.
     */
    private static final double MOST_SLOWER = 1.1;

    private static final long STEP = Duration.ofSeconds(1).toNanos();
    private static final double LONGEST_INTERVAL = 5e9;
    private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();
    private static final long STALLED_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long FORGOTTEN = Duration.ofSeconds(20).toNanos();

    /** Fewer, in less than a second, say little about the rate. */
    private static final int ENOUGH = 20;

    /** A time in which nothing was accepted is left out of the rate. */
    private static final long STALLED = Duration.ofSeconds(5).toNanos();

    private double interval;
    private double next;
    private long pause = PAUSE;
    private long passes;
    private long throttledPasses;
    private long lastThrottled;
    private long raised;
    private int steps;

    private int busy;
    private long idleSince;

    /** How many were taken since when, without the time in which nobody wanted to pass. */
    private long taken;

    private long since;
    private long takenSinceThrottled;

    SendRate(long now) {
        next = now;
        idleSince = now;
        since = now;
    }

    /** A part starts to wait. */
    void enter(long now) {
        if (busy == 0) {
            since += now - idleSince;
        }
        busy++;
    }

    /** A waiting part was sent or gave up. */
    void leave(long now) {
        busy--;
        if (busy == 0) {
            idleSince = now;
        }
    }

    /** When the next part may be sent. */
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

    /** Records an accepted part. */
    void accepted(long now) {
        taken++;
        takenSinceThrottled++;
        if (interval == 0) {
            return;
        }
        if (now - lastThrottled > FORGOTTEN) {
            interval = 0;
        } else if (now - raised > STEP) {
            steps = Math.min(steps + 1, MOST_STEPS);
            interval *= Math.pow(FASTER, steps);
            raised = now;
        }
    }

    /** Records a throttled part. Parts that were sent before an earlier throttling are counted with that one. */
    void throttled(long now, long pass) {
        if (pass > throttledPasses) {
            if (takenSinceThrottled > 0) {
                measure(now);
                pause = PAUSE;
            } else {
                slowDown(now);
            }
            takenSinceThrottled = 0;
            lastThrottled = now;
            raised = now;
            steps = 0;
            throttledPasses = passes;
        }
        next = now + Math.max((double) pause, interval);
    }

    private void measure(long now) {
        if (taken == takenSinceThrottled && now - since > STALLED) {
            since = lastThrottled;
        }
        double period = Math.max(1, now - (double) since);
        double measured = FASTER * period / taken;
        interval = Math.min(LONGEST_INTERVAL, interval == 0 ? measured : Math.min(measured, interval * MOST_SLOWER));
        if (taken >= ENOUGH || period >= STEP) {
            taken = 0;
            since = now;
        }
    }

    /** Nothing was taken since the last refusal: the rate stays, and it is asked less often. */
    private void slowDown(long now) {
        boolean isStalled = now - since > STALLED;
        pause = Math.min(isStalled ? STALLED_PAUSE : LONGEST_PAUSE, pause * 2);
        if (interval == 0) {
            interval = PAUSE;
        }
        if (isStalled) {
            taken = 0;
        }
    }
}

package org.careunit.sms.internal.smpp;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * Lets parts pass one after the other, in the order in which their messages came, no faster than the SMS centre takes
 * them. When it refuses one because there are too many, nobody passes for a while; after that the oldest one goes
 * first, and the pace is what the SMS centre took before, raised little by little.
 */
final class Turns {

    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final double FASTER = 0.998;
    private static final double LONGEST_INTERVAL = 5e9;
    private static final long FORGOTTEN = Duration.ofSeconds(20).toNanos();

    private final LongSupplier nanos;
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private long tickets;
    private double interval;
    private long next;
    private long lastThrottled;
    private double taken;
    private long since;

    /** @param nanos like {@link System#nanoTime()} */
    Turns(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = nanos.getAsLong();
        this.since = next;
    }

    /** A place in the order, for a message that is to be sent. */
    synchronized long ticket() {
        tickets++;
        return tickets;
    }

    /**
     * Waits until it is this one's turn.
     *
     * @param deadline by the same clock
     * @return whether it came before the deadline
     */
    synchronized boolean await(long ticket, long deadline) throws InterruptedException {
        waiting.add(ticket);
        try {
            long now = nanos.getAsLong();
            while (waiting.element() != ticket || next - now > 0) {
                if (deadline - now <= 0) {
                    return false;
                }
                long pause = waiting.element() == ticket ? Math.min(next - now, deadline - now) : deadline - now;
                wait(pause / 1_000_000, (int) (pause % 1_000_000));
                now = nanos.getAsLong();
            }
            next = Math.max(next, now - (long) interval) + (long) interval;
            return true;
        } finally {
            waiting.remove(ticket);
            notifyAll();
        }
    }

    /** The SMS centre took a part. */
    synchronized void accepted() {
        taken++;
        interval *= FASTER;
        if (interval > 0 && nanos.getAsLong() - lastThrottled > FORGOTTEN) {
            interval = 0;
        }
    }

    /** The SMS centre refused a part because there are too many. */
    synchronized void throttled() {
        long now = nanos.getAsLong();
        boolean isFirst = next - now <= 0 || now - lastThrottled > PAUSE.toNanos();
        lastThrottled = now;
        if (isFirst) {
            double measured =
                    taken == 0 ? Math.max(interval * 2, (double) PAUSE.toNanos()) : (double) (now - since) / taken;
            interval = Math.min(LONGEST_INTERVAL, measured);
            taken = 0;
            since = now;
        }
        next = now + Math.max(PAUSE.toNanos(), (long) interval);
    }
}

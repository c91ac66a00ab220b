package org.careunit.sms.internal.sending;

import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * Lets parts pass one after the other, in the order in which their messages came, no faster than the gateway takes
 * them. Safe for use by many threads.
 */
public final class Throttle {

    private final LongSupplier nanos;
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private final SendRate pace;
    private long tickets;

    /** @param nanos like {@link System#nanoTime()} */
    public Throttle(LongSupplier nanos) {
        this.nanos = nanos;
        this.pace = new SendRate(nanos.getAsLong());
    }

    /** A place in the order, for a message that is to be sent. */
    public synchronized long ticket() {
        tickets++;
        return tickets;
    }

    /** A part wants to pass, by its message's ticket; {@link #leave} follows. */
    public synchronized void enter() {
        pace.enter(nanos.getAsLong());
    }

    /** The part was taken, or given up. */
    public synchronized void leave() {
        pace.leave(nanos.getAsLong());
    }

    /**
     * Waits until it is this one's turn.
     *
     * @param deadline by the same clock
     * @return the number of its pass, for {@link #throttled}; 0 if its turn did not come before the deadline
     */
    public synchronized long await(long ticket, long deadline) throws InterruptedException {
        waiting.add(ticket);
        try {
            long now = nanos.getAsLong();
            while (waiting.element() != ticket || pace.next() - now > 0) {
                if (deadline - now <= 0) {
                    return 0;
                }
                long left = deadline - now;
                long pause = waiting.element() == ticket ? Math.min(pace.next() - now, left) : left;
                wait(pause / 1_000_000, (int) (pause % 1_000_000));
                now = nanos.getAsLong();
            }
            return pace.pass(now);
        } finally {
            waiting.remove(ticket);
            notifyAll();
        }
    }

    /** The gateway took a part. */
    public synchronized void accepted() {
        pace.accepted(nanos.getAsLong());
    }

    /** The gateway refused a part because there are too many. */
    public synchronized void throttled(long pass) {
        pace.throttled(nanos.getAsLong(), pass);
    }
}

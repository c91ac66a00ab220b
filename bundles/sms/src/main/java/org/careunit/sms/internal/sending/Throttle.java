package org.careunit.sms.internal.sending;

import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * Releases parts one after the other, in the order of their messages, at the rate that the gateway accepts. Safe for
 * use by many threads.
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

    /** Registers a waiting part with its message's ticket; {@link #leave} follows. */
    public synchronized void enter() {
        pace.enter(nanos.getAsLong());
    }

    /** Unregisters a part that was sent or given up. */
    public synchronized void leave() {
        pace.leave(nanos.getAsLong());
    }

    /**
     * Waits for a part's turn.
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

    /** Records that the gateway accepted a part. */
    public synchronized void accepted() {
        pace.accepted(nanos.getAsLong());
    }

    /** Records that the gateway throttled a part. */
    public synchronized void throttled(long pass) {
        pace.throttled(nanos.getAsLong(), pass);
    }
}

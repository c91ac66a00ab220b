package org.careunit.notifications.internal.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adaptive size of the groups of messages that are marked together, sent one after the other and recorded together: as
 * many as the gateway lately took in {@link #LONGEST}, so that a quick gateway does not wait for commits, and a node
 * that dies leaves few messages of which nobody knows whether they were sent. For use by many threads.
 */
final class GroupSize {

    /** How long the messages of a group may take to send. */
    static final Duration LONGEST = Duration.ofMillis(20);

    private static final int MOST = 16;

    /** The last send counts an eighth, the ones before it the rest. */
    private static final int WEIGHT = 8;

    private final AtomicLong average = new AtomicLong(LONGEST.toNanos());

    /** Takes into account how long a send took. */
    void took(long nanos) {
        average.accumulateAndGet(nanos, (before, now) -> before + (now - before) / WEIGHT);
    }

    /** 1 or more. */
    int now() {
        return (int) Math.max(1, Math.min(MOST, LONGEST.toNanos() / Math.max(1, average.get())));
    }
}

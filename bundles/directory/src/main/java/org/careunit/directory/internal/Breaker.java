package org.careunit.directory.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps from asking what does not answer: after some failures in a row it opens, and from then on lets one question
 * through a pause, whose success closes it. It goes by a clock that only measures, so setting the hour does not move it.
 */
final class Breaker {

    private final int patience;
    private final long pause;
    private final LongSupplier nanos;

    private int failures;
    private long opened;
    private boolean trying;

    /** @param nanos like {@link System#nanoTime()} */
    Breaker(int patience, Duration pause, LongSupplier nanos) {
        this.patience = patience;
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether to ask now; who is told yes says afterwards how it went. */
    synchronized boolean allows() {
        if (!isOpen()) {
            return true;
        }
        if (trying || nanos.getAsLong() - opened < pause) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized boolean isOpen() {
        return failures >= patience;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        trying = false;
        opened = nanos.getAsLong();
    }

    /** It was not asked after all. */
    synchronized void undecided() {
        trying = false;
    }
}

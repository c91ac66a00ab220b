package org.careunit.itests.benchmarks;

import java.util.concurrent.Semaphore;

/** Holds what would leave while a backlog is made. */
final class Gate {

    /** More than ever passes. */
    private static final int ALL = 1_000_000;

    private final Semaphore passes = new Semaphore(0);

    void close() {
        passes.drainPermits();
    }

    /** Lets everything through, second attempts too. */
    void open() {
        passes.release(ALL);
    }

    void pass() {
        passes.acquireUninterruptibly();
    }
}

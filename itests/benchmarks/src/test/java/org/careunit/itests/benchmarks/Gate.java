package org.careunit.itests.benchmarks;

import java.util.concurrent.Semaphore;

/** Holds what would leave while a backlog is made. */
final class Gate {

    private final Semaphore passes = new Semaphore(0);

    void close() {
        passes.drainPermits();
    }

    /** Lets so many through. */
    void open(int messages) {
        passes.release(messages);
    }

    void pass() {
        passes.acquireUninterruptibly();
    }
}

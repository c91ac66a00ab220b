package org.careunit.storage.internal.node;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One attempt to open the store, which another thread may abort: what it waits for is then closed under it. Safe for
 * many threads.
 */
final class OpeningAttempt {

    private final Deque<Runnable> onAbort = new ArrayDeque<>();
    private final Thread thread = Thread.currentThread();
    private boolean aborted;
    private boolean ended;

    /**
     * Has something done if this is aborted; at once if it was, and then without the abort's interrupt: a pool that is
     * closed by an interrupted thread gives up half-way.
     */
    void onAbort(Runnable action) {
        boolean now;
        synchronized (this) {
            onAbort.push(action);
            now = aborted;
        }
        if (now) {
            boolean interrupted = Thread.interrupted();
            action.run();
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    /** Ends the wait of the opening thread; nothing once the attempt has ended. */
    void abort() {
        Deque<Runnable> actions;
        synchronized (this) {
            if (ended || aborted) {
                return;
            }
            aborted = true;
            thread.interrupt();
            actions = new ArrayDeque<>(onAbort);
        }
        actions.forEach(Runnable::run);
    }

    synchronized boolean isAborted() {
        return aborted;
    }

    /**
     * The attempt succeeded or failed: from now on the opening thread, which calls this, is not interrupted, and what
     * it closes next is closed whole.
     */
    synchronized void end() {
        ended = true;
        if (aborted) {
            Thread.interrupted();
        }
    }
}

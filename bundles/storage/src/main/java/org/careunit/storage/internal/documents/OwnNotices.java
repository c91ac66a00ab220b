package org.careunit.storage.internal.documents;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides which of this node's own notices, received back from the database, its listeners have not received yet: those
 * of commits whose answer was lost. Safe for use by many threads.
 */
final class OwnNotices {

    private enum State {
        /** The transaction has not ended yet. */
        PENDING,
        /** Heard back before the transaction's thread got the answer to its commit. */
        HEARD,
        /** Passed on when the transaction was committed. */
        COMMITTED
    }

    private final Map<Long, State> states = new HashMap<>();
    private long last;

    /** The number of a notice that is being sent. */
    synchronized long begin() {
        last++;
        states.put(last, State.PENDING);
        return last;
    }

    /** Its transaction was committed, so the listeners hear it now. */
    synchronized void committed(long number) {
        if (states.remove(number) == State.PENDING) {
            states.put(number, State.COMMITTED);
        }
    }

    /** Its transaction was rolled back, or nobody knows; if it is received after all, it was committed. */
    synchronized void forget(long number) {
        states.remove(number);
    }

    /** It was heard back; whether the listeners are to hear it now. */
    synchronized boolean heard(long number) {
        State state = states.remove(number);
        if (state == State.PENDING) {
            states.put(number, State.HEARD);
        }
        return state == null;
    }

    /** Notices that were committed while no connection was listening are not received back. */
    synchronized void forgetCommitted() {
        states.values().removeIf(state -> state == State.COMMITTED);
    }

    synchronized int size() {
        return states.size();
    }
}

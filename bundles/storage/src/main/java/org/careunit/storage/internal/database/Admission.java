package org.careunit.storage.internal.database;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Shares the connections between kinds of work, so that transactions that wait for one row do not take them all: some
 * are always left for intake, for single statements and for the job engine. Callers wait for some time, and only so
 * many of them. Safe for many threads.
 */
public final class Admission {

    /** What a connection is wanted for. */
    public enum Use {
        /** A transaction. */
        TRANSACTION,
        /** A transaction that takes platform events in. */
        INTAKE,
        /** A single statement, a read as a rule. */
        STATEMENT,
        /** The job engine's looks, claims and heartbeats: never made to wait here. */
        ENGINE
    }

    private static final int WAITERS_PER_CONNECTION = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Use, Condition> released = new EnumMap<>(Use.class);
    private final Map<Use, Integer> inUse = new EnumMap<>(Use.class);
    private final int connections;
    private final int mostWaiters;
    private final long patience;
    private int waiters;

    /**
     * @param connections how many there are
     * @param patience how long a caller waits
     */
    public Admission(int connections, Duration patience) {
        this.connections = connections;
        this.mostWaiters = connections * WAITERS_PER_CONNECTION;
        this.patience = patience.toNanos();
        for (Use use : Use.values()) {
            inUse.put(use, 0);
            released.put(use, lock.newCondition());
        }
    }

    /**
     * Waits until a connection may be taken for that; {@link #leave} gives it back.
     *
     * @return whether it may; false if too many others wait, or none came free in time
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public boolean enter(Use use) throws InterruptedException {
        lock.lock();
        try {
            if (!hasRoom(use) && !awaitRoom(use)) {
                return false;
            }
            inUse.merge(use, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitRoom(Use use) throws InterruptedException {
        if (waiters >= mostWaiters) {
            return false;
        }
        waiters++;
        try {
            long left = patience;
            while (!hasRoom(use) && left > 0) {
                left = released.get(use).awaitNanos(left);
            }
            return hasRoom(use);
        } finally {
            waiters--;
        }
    }

    /** Gives back what {@link #enter} allowed. */
    public void leave(Use use) {
        lock.lock();
        try {
            inUse.merge(use, -1, Integer::sum);
            for (Use waiting : Use.values()) {
                if (hasRoom(waiting)) {
                    released.get(waiting).signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(Use use) {
        int work = inUse.get(Use.TRANSACTION) + inUse.get(Use.INTAKE);
        return switch (use) {
            case TRANSACTION -> inUse.get(Use.TRANSACTION) < share(6) && work < share(3);
            case INTAKE -> work < share(3);
            case STATEMENT -> work + inUse.get(Use.STATEMENT) < share(1);
            case ENGINE -> true;
        };
    }

    /** All but so many, of few connections all but an eighth of that. */
    private int share(int kept) {
        return Math.max(1, connections - Math.min(kept, Math.max(1, connections * kept / 16)));
    }

    /** How long a caller waits, in words for a refusal. */
    String patience() {
        return TimeUnit.NANOSECONDS.toMillis(patience) + " ms";
    }
}

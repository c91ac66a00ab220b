package org.careunit.storage.internal.database;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits how many database connections each kind of work may use, so that transactions that wait for one row do not
 * take all: some are reserved for intake, single statements and the job engine. A bounded number of callers waits for a
 * bounded time. Safe for many threads.
 */
public final class Admission {

    /** Kind of work that needs a connection. */
    public enum Use {
        /** A transaction. */
        TRANSACTION,
        /** A transaction that accepts platform events. */
        INTAKE,
        /** A single statement, a read as a rule. */
        STATEMENT,
        /** The job engine's polls, claims and heartbeats: these never wait here. */
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
            if (!hasCapacity(use) && !awaitCapacity(use)) {
                return false;
            }
            inUse.merge(use, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitCapacity(Use use) throws InterruptedException {
        if (waiters >= mostWaiters) {
            return false;
        }
        waiters++;
        try {
            long left = patience;
            while (!hasCapacity(use) && left > 0) {
                left = released.get(use).awaitNanos(left);
            }
            return hasCapacity(use);
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
                if (hasCapacity(waiting)) {
                    released.get(waiting).signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasCapacity(Use use) {
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

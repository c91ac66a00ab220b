package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The workers of each destination, or of each type: so many at once and no more, so that one that hangs holds up nobody else.
 *
 * <p>A lane that had more due jobs than free workers is crowded until looks for more have left it empty: meanwhile the
 * engine asks for just as many of its jobs as it has free workers, and for none while it has none. It stays crowded while
 * its workers are free for a moment between two jobs; otherwise a lane of one worker would be forgotten after every job, and
 * the next look would claim jobs only to put them back.
 *
 * <p>Where jobs have just ended, a few more are claimed ahead and wait for a worker: a look costs as much as several short
 * jobs. Nothing is claimed ahead of a lane that hangs.
 */
public final class Lanes {

    /** So many looks in a row must leave a lane empty; what the first has found may still be on its way to a worker. */
    private static final int EMPTY_LOOKS = 3;

    /** A lane moves when a job of it has ended so lately. */
    private static final long MOVES_NANOS = Duration.ofMillis(200).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final int most;
    private final int ahead;
    private final Duration patience;
    private final LongSupplier nanos;
    private int waiting;

    /**
     * @param most the most workers that any of them has, whatever it asks for
     * @param ahead how many jobs may wait for a worker, in all lanes together
     * @param patience how long each of them waits
     * @param nanos as {@link System#nanoTime()}
     */
    public Lanes(int most, int ahead, Duration patience, LongSupplier nanos) {
        this.most = most;
        this.ahead = ahead;
        this.patience = patience;
        this.nanos = nanos;
    }

    /** Takes a worker, if one is free or will be in a moment; otherwise the lane is crowded from now on. */
    public boolean enter(String name, int workers) {
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
            lane.workers = Math.min(workers, most);
            lane.emptyLooks = 0;
            if (!lane.isFree()) {
                lane.crowded = true;
                await(lane);
            }
            if (!lane.isFree()) {
                return false;
            }
            lane.running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the worker back; says when to look for more jobs of this lane. */
    public Look leave(String name) {
        lock.lock();
        try {
            Lane lane = lanes.get(name);
            lane.running--;
            lane.lastLeft = nanos.getAsLong();
            lane.free.signal();
            if (lane.crowded) {
                return lane.jobs() <= (lane.workers + ahead) / 2 ? Look.AT_ONCE : Look.SOON;
            }
            if (lane.jobs() == 0) {
                lanes.remove(name);
            }
            return Look.NOT;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The crowded lanes, each with the number of jobs it can take: by its free workers, and ahead of them where it moves. To be
     * asked once for each look.
     */
    public Map<String, Integer> crowded() {
        lock.lock();
        try {
            lanes.values().removeIf(lane -> lane.jobs() == 0 && ++lane.emptyLooks > EMPTY_LOOKS);
            long moving = lanes.values().stream().filter(this::moves).count();
            int share = moving == 0 ? 0 : (int) ((ahead - waiting) / moving);
            Map<String, Integer> room = new TreeMap<>();
            lanes.forEach((name, lane) -> {
                if (lane.crowded) {
                    room.put(name, lane.workers - lane.running + (moves(lane) ? share : 0));
                }
            });
            return room;
        } finally {
            lock.unlock();
        }
    }

    private boolean moves(Lane lane) {
        return lane.crowded && nanos.getAsLong() - lane.lastLeft < MOVES_NANOS;
    }

    private void await(Lane lane) {
        if (waiting >= ahead || !moves(lane)) {
            return;
        }
        waiting++;
        lane.waiting++;
        try {
            long left = patience.toNanos();
            while (!lane.isFree() && left > 0) {
                left = lane.free.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
            lane.waiting--;
        }
    }

    /** When to look for more jobs; the later the value, the more urgent. */
    public enum Look {
        /** Nobody was waiting for the worker. */
        NOT,
        /** Most of the workers are busy: together with whatever else is asked for meanwhile. */
        SOON,
        /** Half of the workers or more are free. */
        AT_ONCE
    }

    private final class Lane {
        private final Condition free = lock.newCondition();
        private int workers;
        private int running;
        private int waiting;
        private boolean crowded;
        private int emptyLooks;
        private long lastLeft = nanos.getAsLong() - MOVES_NANOS;

        private boolean isFree() {
            return running < workers;
        }

        private int jobs() {
            return running + waiting;
        }
    }
}

package org.careunit.storage.internal;

import java.util.Map;
import java.util.TreeMap;

/**
 * The workers of each destination, or of each type: so many at once and no more, so that one that hangs holds up nobody else.
 *
 * <p>A lane that had more due jobs than free workers is crowded until looks for more have left it empty: meanwhile the
 * engine asks for just as many of its jobs as it has free workers, and for none while it has none. It stays crowded while
 * its workers are free for a moment between two jobs; otherwise a lane of one worker would be forgotten after every job, and
 * the next look would claim jobs only to put them back.
 */
final class Lanes {

    /** So many looks in a row must leave a lane empty; what the first has found may still be on its way to a worker. */
    private static final int EMPTY_LOOKS = 3;

    private final Map<String, Lane> lanes = new TreeMap<>();
    private final int most;

    /** @param most the most workers that any of them has, whatever it asks for */
    Lanes(int most) {
        this.most = most;
    }

    /** Takes a worker, if one is free; otherwise the lane is crowded from now on. */
    synchronized boolean enter(String name, int workers) {
        Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
        lane.workers = Math.min(workers, most);
        lane.emptyLooks = 0;
        if (lane.running >= lane.workers) {
            lane.crowded = true;
            return false;
        }
        lane.running++;
        return true;
    }

    /** Gives the worker back; says when to look for more jobs of this lane. */
    synchronized Look leave(String name) {
        Lane lane = lanes.get(name);
        lane.running--;
        if (lane.crowded) {
            return lane.running * 2 <= lane.workers ? Look.AT_ONCE : Look.SOON;
        }
        if (lane.running == 0) {
            lanes.remove(name);
        }
        return Look.NOT;
    }

    /** The crowded lanes, each with its number of free workers; to be asked once for each look. */
    synchronized Map<String, Integer> crowded() {
        lanes.values().removeIf(lane -> lane.running == 0 && ++lane.emptyLooks > EMPTY_LOOKS);
        Map<String, Integer> free = new TreeMap<>();
        lanes.forEach((name, lane) -> {
            if (lane.crowded) {
                free.put(name, lane.workers - lane.running);
            }
        });
        return free;
    }

    /** When to look for more jobs; the later the value, the more urgent. */
    enum Look {
        /** Nobody was waiting for the worker. */
        NOT,
        /** Most of the workers are busy: together with whatever else is asked for meanwhile. */
        SOON,
        /** Half of the workers or more are free. */
        AT_ONCE
    }

    private static final class Lane {
        private int workers;
        private int running;
        private boolean crowded;
        private int emptyLooks;
    }
}

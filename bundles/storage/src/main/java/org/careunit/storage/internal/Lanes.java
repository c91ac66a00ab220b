package org.careunit.storage.internal;

import java.util.Map;
import java.util.TreeMap;

/**
 * The workers of each destination, or of each type: so many at once and no more, so that one that hangs holds up nobody else.
 *
 * <p>A lane that had more due jobs than free workers is crowded until it has run empty: meanwhile the engine asks for
 * just as many of its jobs as it has free workers, and for none while it has none.
 */
final class Lanes {

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
        if (lane.running >= lane.workers) {
            lane.crowded = true;
            return false;
        }
        lane.running++;
        return true;
    }

    /** Gives the worker back; says whether more jobs of this lane may be waiting for it. */
    synchronized boolean leave(String name) {
        Lane lane = lanes.get(name);
        boolean crowded = lane.crowded;
        if (--lane.running == 0) {
            lanes.remove(name);
        }
        return crowded;
    }

    /** The crowded lanes, each with its number of free workers. */
    synchronized Map<String, Integer> crowded() {
        Map<String, Integer> free = new TreeMap<>();
        lanes.forEach((name, lane) -> {
            if (lane.crowded) {
                free.put(name, lane.workers - lane.running);
            }
        });
        return free;
    }

    private static final class Lane {
        private int workers;
        private int running;
        private boolean crowded;
    }
}

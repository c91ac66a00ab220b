package org.careunit.routes.internal;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, up to a longest pause. */
record Backoff(Duration first, Duration longest) {

    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

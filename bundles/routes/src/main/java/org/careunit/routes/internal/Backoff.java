package org.careunit.routes.internal;

import java.time.Duration;

/** Exponential back-off: the pause doubles each time, up to a maximum. */
record Backoff(Duration first, Duration longest) {

    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

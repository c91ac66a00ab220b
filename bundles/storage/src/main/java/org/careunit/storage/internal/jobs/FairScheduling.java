package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calculates a job's position in its lane. Each job of one share, such as a unit, is put some milliseconds behind the
 * one before it, so a share that adds jobs faster than that falls behind the others. A share alone in its lane is not
 * slowed down, since ready jobs never wait for their position's time.
 */
final class FairScheduling {

    static final Duration STEP = Duration.ofMillis(10);
    private static final int MOST = 10_000;

    private final Map<String, Instant> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** @param due when the job becomes due, which is its turn unless its share is behind */
    synchronized Instant next(String lane, Optional<String> share, Instant due) {
        return share.map(who -> last.merge(lane + "|" + who, due, FairScheduling::later))
                .orElse(due);
    }

    private static Instant later(Instant last, Instant due) {
        Instant next = last.plus(STEP);
        return next.isAfter(due) ? next : due;
    }
}

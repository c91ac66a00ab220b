package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.storage.internal.database.Sql;

/**
 * Rate limiter of lanes, shared by all nodes through a row with the time of the next start. Unused capacity is kept for
 * a tenth of a second only, so a quiet lane does not begin with a burst.
 */
final class JobRates {

    private static final Duration KEPT = Duration.ofMillis(100);

    private final Sql sql;
    private final Clock clock;

    JobRates(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many of those wanted may start now; counted as started. Belongs into the transaction that claims them. */
    int grant(String lane, double perSecond, int wanted) {
        Instant now = clock.instant();
        Optional<Instant> next = lock(lane);
        if (next.isEmpty()) {
            sql.update("INSERT INTO job_rates (lane, next_at) VALUES (?, ?) ON CONFLICT DO NOTHING", lane, now);
            next = lock(lane);
        }
        Instant from = next.filter(at -> at.isAfter(now.minus(KEPT))).orElse(now.minus(KEPT));
        int room = (int) (Duration.between(from, now).toNanos() / 1e9 * perSecond);
        // One is due as soon as its time has come; more only if the time since then is worth more.
        int granted = from.isAfter(now) ? 0 : Math.min(wanted, Math.max(1, room));
        if (granted > 0) {
            sql.update(
                    "UPDATE job_rates SET next_at = ? WHERE lane = ?",
                    from.plusNanos((long) (granted / perSecond * 1e9)),
                    lane);
        }
        return granted;
    }

    private Optional<Instant> lock(String lane) {
        return sql.first(
                "SELECT next_at FROM job_rates WHERE lane = ? FOR UPDATE", row -> Sql.instant(row, "next_at"), lane);
    }
}

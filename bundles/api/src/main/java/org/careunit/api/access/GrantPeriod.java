package org.careunit.api.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.time.SwedishTime;

/**
 * Period of a permission. People enter days in Europe/Stockholm, both included; instants are stored.
 *
 * @param from the first instant at which it is in effect; empty for no beginning; never null
 * @param until the first instant at which it is no longer in effect; empty for no end; never null
 */
public record GrantPeriod(Optional<Instant> from, Optional<Instant> until) {

    /** Without beginning and end. */
    public static final GrantPeriod ALWAYS = new GrantPeriod(Optional.empty(), Optional.empty());

    /** @throws RefusedException if it ends before it begins */
    public GrantPeriod {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw ValueProblem.PERIOD.refused();
        }
    }

    /**
     * From a first to a last day, both included.
     *
     * @throws RefusedException if the last day is before the first
     */
    public static GrantPeriod days(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new GrantPeriod(first.map(GrantPeriod::start), last.map(day -> start(day.plusDays(1))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    /** The first day, as people write it. */
    public Optional<LocalDate> firstDay() {
        return from.map(instant -> LocalDate.ofInstant(instant, SwedishTime.ZONE));
    }

    /** The last day, as people write it. */
    public Optional<LocalDate> lastDay() {
        return until.map(instant -> LocalDate.ofInstant(instant.minusNanos(1), SwedishTime.ZONE));
    }

    /** Whether the permission is in effect at an instant. */
    public boolean holdsAt(Instant instant) {
        return (from.isEmpty() || !instant.isBefore(from.get())) && (until.isEmpty() || instant.isBefore(until.get()));
    }
}

package org.careunit.storage.internal.units;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.access.Period;

/**
 * What a staff member is permitted at a unit, as a version of it is stored.
 *
 * @param grants by the names of the permissions
 */
public record HeldGrants(Map<String, Span> grants) {

    /** A {@link Period}; what has no beginning or end is not written. */
    public record Span(Optional<Instant> from, Optional<Instant> until) {

        public Span {
            from = Objects.requireNonNullElse(from, Optional.empty());
            until = Objects.requireNonNullElse(until, Optional.empty());
        }

        static Span of(Period period) {
            return new Span(period.from(), period.until());
        }

        Period period() {
            return new Period(from, until);
        }
    }
}

package org.careunit.storage.internal.units;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.careunit.api.access.Period;
import org.careunit.api.access.Permission;

/**
 * What a staff member is permitted at a unit, as a version of it is stored.
 *
 * @param grants by the names of the permissions
 */
public record HeldGrants(Map<String, Span> grants) {

    static HeldGrants of(Map<Permission, Period> grants) {
        Map<String, Span> byName = new TreeMap<>();
        grants.forEach((permission, period) -> byName.put(permission.name(), Span.of(period)));
        return new HeldGrants(byName);
    }

    Map<Permission, Period> periods() {
        Map<Permission, Period> periods = new EnumMap<>(Permission.class);
        grants.forEach((name, span) -> periods.put(Permission.valueOf(name), span.period()));
        return periods;
    }

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

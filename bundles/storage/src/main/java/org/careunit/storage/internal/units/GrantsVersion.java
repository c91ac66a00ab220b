package org.careunit.storage.internal.units;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;

/**
 * What a staff member is permitted at a unit, as a version of it is stored.
 *
 * @param grants by the names of the permissions
 */
public record GrantsVersion(Map<String, Span> grants) {

    static GrantsVersion of(Map<Permission, GrantPeriod> grants) {
        Map<String, Span> byName = new TreeMap<>();
        grants.forEach((permission, period) -> byName.put(permission.name(), Span.of(period)));
        return new GrantsVersion(byName);
    }

    Map<Permission, GrantPeriod> periods() {
        Map<Permission, GrantPeriod> periods = new EnumMap<>(Permission.class);
        grants.forEach((name, span) -> periods.put(Permission.valueOf(name), span.period()));
        return periods;
    }

    /** A {@link GrantPeriod}; what has no beginning or end is not written. */
    public record Span(Optional<Instant> from, Optional<Instant> until) {

        public Span {
            from = Objects.requireNonNullElse(from, Optional.empty());
            until = Objects.requireNonNullElse(until, Optional.empty());
        }

        static Span of(GrantPeriod period) {
            return new Span(period.from(), period.until());
        }

        GrantPeriod period() {
            return new GrantPeriod(from, until);
        }
    }
}

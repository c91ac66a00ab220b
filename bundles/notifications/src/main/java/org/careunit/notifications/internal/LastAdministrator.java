package org.careunit.notifications.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;

/** Finds when a unit lost its last administrator. */
final class LastAdministrator {

    private LastAdministrator() {}

    /** Since when there is none; empty if there is one now, or there never was one. */
    static Optional<Instant> lostAt(List<StaffAtUnit> list, Instant now) {
        if (list.stream().anyMatch(place -> place.inEffectAt(now).contains(Permission.UNIT_ADMINISTRATOR))) {
            return Optional.empty();
        }
        return list.stream().flatMap(place -> ended(place, now).stream()).max(Comparator.naturalOrder());
    }

    private static Optional<Instant> ended(StaffAtUnit place, Instant now) {
        Optional<GrantPeriod> granted = Optional.ofNullable(place.grants().get(Permission.UNIT_ADMINISTRATOR));
        return granted.filter(period -> period.from().filter(now::isBefore).isEmpty()).stream()
                .flatMap(period -> Stream.concat(period.until().stream(), place.employedUntil().stream()))
                .filter(end -> !end.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}

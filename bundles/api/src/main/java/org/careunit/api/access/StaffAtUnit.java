package org.careunit.api.access;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.failure.Problems;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * A staff member on a unit's list.
 *
 * @param staff who; never null
 * @param unit where; never null
 * @param grants what they are there, and when; never null, not empty for anybody on the list
 * @param locked whether they are locked at this unit: shown, greyed, and their permissions have no effect
 * @param employedUntil when the employment ends or has ended, as the directory said; from then on permissions have no
 *     effect. Empty if no end is known
 */
public record StaffAtUnit(
        StaffId staff,
        HsaId unit,
        Map<Permission, GrantPeriod> grants,
        boolean locked,
        Optional<Instant> employedUntil) {
    public StaffAtUnit {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(unit, "unit");
        grants = Map.copyOf(grants);
        Objects.requireNonNull(employedUntil, "employedUntil");
    }

    /** Somebody whose permissions hold always. */
    public StaffAtUnit(StaffId staff, HsaId unit, Set<Permission> permissions) {
        this(staff, unit, always(permissions), false, Optional.empty());
    }

    /** These permissions, without beginning and end. */
    public static Map<Permission, GrantPeriod> always(Set<Permission> permissions) {
        return Problems.noneNull("permissions", permissions).stream()
                .collect(Collectors.toUnmodifiableMap(one -> one, one -> GrantPeriod.ALWAYS));
    }

    /** What is ticked, in effect or not; never null. */
    public Set<Permission> permissions() {
        return grants.keySet();
    }

    /** Whether any of these permissions has effect at an instant. */
    public boolean hasAnyAt(Set<Permission> wanted, Instant instant) {
        if (isWithoutEffectAt(instant)) {
            return false;
        }
        for (Map.Entry<Permission, GrantPeriod> granted : grants.entrySet()) {
            if (wanted.contains(granted.getKey()) && granted.getValue().holdsAt(instant)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithoutEffectAt(Instant instant) {
        return locked || (employedUntil.isPresent() && !instant.isBefore(employedUntil.get()));
    }

    /** What has effect at an instant; never null, may be empty. */
    public Set<Permission> inEffectAt(Instant instant) {
        if (isWithoutEffectAt(instant)) {
            return Set.of();
        }
        return grants.entrySet().stream()
                .filter(granted -> granted.getValue().holdsAt(instant))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public StaffAtUnit withStaff(StaffId staff) {
        return new StaffAtUnit(staff, unit, grants, locked, employedUntil);
    }

    public StaffAtUnit withUnit(HsaId unit) {
        return new StaffAtUnit(staff, unit, grants, locked, employedUntil);
    }

    public StaffAtUnit withGrants(Map<Permission, GrantPeriod> grants) {
        return new StaffAtUnit(staff, unit, grants, locked, employedUntil);
    }

    public StaffAtUnit withLocked(boolean locked) {
        return new StaffAtUnit(staff, unit, grants, locked, employedUntil);
    }

    public StaffAtUnit withEmployedUntil(Optional<Instant> employedUntil) {
        return new StaffAtUnit(staff, unit, grants, locked, employedUntil);
    }
}

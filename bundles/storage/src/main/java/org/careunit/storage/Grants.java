package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Stores which permissions staff have at which units, and who administers which region, each with its period. */
@ProviderType
public interface Grants {

    /** All permissions of a staff member. */
    OfStaff of(StaffId staff);

    /** Everybody with a permission at a unit, by HSA-id. */
    List<StaffAtUnit> atUnit(HsaId unit);

    /** The administrators of a region, by HSA-id. */
    List<StaffId> regionalAdministrators(CountyCode region);

    /** As below, without beginning and end. */
    default void replace(HsaId unit, StaffId staff, Set<Permission> permissions, String actor) {
        replace(unit, staff, StaffAtUnit.always(permissions), actor);
    }

    /**
     * Replaces the permissions of a staff member at a unit, and stores them as a new version. Lock the unit before: two
     * replacements at once would be mixed.
     *
     * @param grants nothing takes everything away
     * @param actor the label of the one who acts, kept with what is new; not null
     * @throws IllegalStateException outside a transaction
     */
    void replace(HsaId unit, StaffId staff, Map<Permission, GrantPeriod> grants, String actor);

    /**
     * All versions of what a staff member may be at a unit, newest first, each with what it changed; what was granted
     * before versions were kept is the first. Empty for somebody who never had a permission there.
     */
    List<Saved<Map<Permission, GrantPeriod>>> history(HsaId unit, StaffId staff);

    /**
     * Makes a staff member an administrator of a region.
     *
     * @param actor the label of the one who acts, kept with it; not null
     * @return whether they were not before
     */
    boolean addRegionalAdministrator(CountyCode region, StaffId staff, String actor);

    /** Removes an administrator of a region; returns whether they were one. */
    boolean removeRegionalAdministrator(CountyCode region, StaffId staff);

    /**
     * All permissions of a staff member.
     *
     * @param units their place at each unit; never null
     * @param regions the regions they administer; never null
     * @param employedUntil from when on nothing of it has effect, since the employment has ended; empty if no end is
     *     known
     */
    record OfStaff(Map<HsaId, StaffAtUnit> units, Set<CountyCode> regions, Optional<Instant> employedUntil) {
        public OfStaff {
            units = Map.copyOf(units);
            regions = Set.copyOf(regions);
            Objects.requireNonNull(employedUntil, "employedUntil");
        }

        /** Their permissions at a unit at an instant; never null, may be empty. */
        public Set<Permission> at(HsaId unit, Instant instant) {
            StaffAtUnit there = units.get(unit);
            return there == null ? Set.of() : there.inEffectAt(instant);
        }

        /** The regions they administer at an instant; never null. */
        public Set<CountyCode> regionsAt(Instant instant) {
            return employedUntil.filter(end -> !instant.isBefore(end)).isPresent() ? Set.of() : regions;
        }
    }
}

package org.careunit.storage;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Which staff may be what, at which units and in which regions. */
@ProviderType
public interface Grants {

    /** Everything that a staff member may be. */
    OfStaff of(HsaId staff);

    /** Everybody with a permission at a unit, and what they may be there; by HSA-id. */
    SortedMap<HsaId, Set<Permission>> atUnit(HsaId unit);

    /**
     * Replaces what a staff member may be at a unit. Lock the unit before: two replacements at once would be mixed.
     *
     * @param permissions nothing takes everything away
     * @param actor the label of the one who acts, kept with what is new; not null
     * @throws IllegalStateException outside a transaction
     */
    void replace(HsaId unit, HsaId staff, Set<Permission> permissions, String actor);

    /**
     * Makes a staff member an administrator of a region.
     *
     * @param actor the label of the one who acts, kept with it; not null
     * @return whether they were not before
     */
    boolean addRegionalAdministrator(CountyCode region, HsaId staff, String actor);

    /**
     * Everything that a staff member may be.
     *
     * @param units their permissions by unit; never null, without empty sets
     * @param regions the regions they administer; never null
     */
    record OfStaff(Map<HsaId, Set<Permission>> units, Set<CountyCode> regions) {
        public OfStaff {
            units = Map.copyOf(units);
            regions = Set.copyOf(regions);
        }

        /** What they may be at a unit; never null, may be empty. */
        public Set<Permission> at(HsaId unit) {
            return units.getOrDefault(unit, Set.of());
        }
    }
}

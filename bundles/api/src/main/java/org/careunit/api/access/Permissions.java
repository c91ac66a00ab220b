package org.careunit.api.access;

import java.util.List;
import java.util.Set;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who of a unit's staff may do what. Safe for use by many threads. All methods throw {@link NotPermittedException} if the actor may
 * not, and {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface Permissions {

    /** The units at which the one who acts has a permission, by HSA-id; none for anybody but staff. */
    List<HsaId> unitsOf(Actor actor);

    /** Everybody with a permission at a unit, by HSA-id. */
    List<StaffAtUnit> atUnit(Actor actor, HsaId unit);

    /**
     * Gives a staff member exactly these permissions at a unit, in place of those they had.
     *
     * @param permissions not empty: taking everything away is {@link #remove}
     * @throws org.careunit.api.failure.RefusedException if the set is empty, if there is no such unit, or if the unit would
     *     lose its last unit administrator
     */
    StaffAtUnit assign(Actor actor, HsaId unit, HsaId staff, Set<Permission> permissions);

    /**
     * Takes all permissions of a staff member at a unit away.
     *
     * @throws org.careunit.api.failure.RefusedException if they have none there, or if the unit would lose its last unit
     *     administrator
     */
    void remove(Actor actor, HsaId unit, HsaId staff);

    /** Makes a staff member an administrator of a region; an operator's right. Twice changes nothing. */
    void makeRegionalAdministrator(Actor actor, CountyCode region, HsaId staff);
}

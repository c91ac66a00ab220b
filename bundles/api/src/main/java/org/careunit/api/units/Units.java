package org.careunit.api.units;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The care units. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface Units {

    /**
     * Registers a unit in a region; the same unit with the same region and name again changes nothing.
     *
     * @param name 1 to 120 characters on one line
     * @throws org.careunit.api.failure.RefusedException if the name is not, or if the unit is registered otherwise already
     */
    CareUnit register(Actor actor, HsaId unit, CountyCode region, String name);

    /**
     * Opens a registered unit; one that is open stays so.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit or it is closing or closed
     */
    CareUnit open(Actor actor, HsaId unit);

    /** A unit; empty if it has not been registered. */
    Optional<CareUnit> find(Actor actor, HsaId unit);

    /** Every unit there is, by HSA-id; for the host, operators and Careunit itself. */
    List<CareUnit> all(Actor actor);

    /** The units of a region, by name. */
    List<CareUnit> ofRegion(Actor actor, CountyCode region);
}

package org.careunit.api.units;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The care units and their life: registered, open, closing, closed. Whatever changes a unit is done one at a time: of
 * two who do the same at once one changes it, and the other is answered with what it has become. Safe for use by many
 * threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach; those that change a unit throw
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit or its state does not allow it.
 */
@ProviderType
public interface Units {

    /**
     * Registers a unit in a region; the same unit with the same region and name again changes nothing. A unit stays in
     * its region.
     *
     * @param name 1 to 120 characters on one line
     * @throws org.careunit.api.failure.RefusedException if the name is not, or if the unit is registered otherwise
     *     already
     */
    CareUnit register(Actor actor, HsaId unit, CountyCode region, String name);

    /** Opens a registered unit; one that is open stays so. */
    CareUnit open(Actor actor, HsaId unit);

    /** Has an open unit take nothing new, while its open cases are handled; one that is closing stays so. */
    CareUnit startClosing(Actor actor, HsaId unit);

    /** Takes back {@link #startClosing}; a unit that is open stays so. */
    CareUnit reopen(Actor actor, HsaId unit);

    /**
     * Closes a unit permanently that is closing or never opened; a closed one stays closed.
     *
     * @throws org.careunit.api.failure.RefusedException also while cases of it are neither answered, closed nor
     *     withdrawn: the message says how many
     */
    CareUnit close(Actor actor, HsaId unit);

    /**
     * Gives a unit another name.
     *
     * @param expectedName the name that the author has seen
     * @param name 1 to 120 characters on one line
     * @throws org.careunit.api.failure.ConflictException if the unit was given a third name meanwhile
     * @throws org.careunit.api.failure.RefusedException also if the name is not as it must be
     */
    CareUnit rename(Actor actor, HsaId unit, String expectedName, String name);

    /**
     * The history of a unit's name and state, newest first, from the audit trail, as far back as that is kept. An
     * earlier name is given again by {@link #rename}.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     */
    List<UnitChange> history(Actor actor, HsaId unit);

    /** As above, page by page. */
    default Page<UnitChange> history(Actor actor, HsaId unit, PageRequest page) {
        return Page.of(history(actor, unit), change -> Long.toString(change.number()), page);
    }

    /** A unit; empty if it has not been registered. */
    Optional<CareUnit> find(Actor actor, HsaId unit);

    /** All units, by HSA-id; for the host, operators and Careunit itself. */
    List<CareUnit> all(Actor actor);

    /** As above, page by page. */
    default Page<CareUnit> all(Actor actor, PageRequest page) {
        return Page.of(all(actor), unit -> unit.id().value(), page);
    }

    /** The units of a region, by name. */
    List<CareUnit> ofRegion(Actor actor, CountyCode region);

    /** As above, page by page. */
    default Page<CareUnit> ofRegion(Actor actor, CountyCode region, PageRequest page) {
        return Page.of(ofRegion(actor, region), unit -> unit.id().value(), page);
    }

    /**
     * The directory's entry of a unit.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit here
     * @throws org.careunit.api.failure.UnavailableException also if there is no directory, or it cannot be asked now
     *     and nothing is remembered
     */
    UnitInDirectory inDirectory(Actor actor, HsaId unit);
}

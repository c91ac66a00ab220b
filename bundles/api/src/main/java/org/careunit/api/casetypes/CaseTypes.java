package org.careunit.api.casetypes;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The case types of a unit: those that its region hands out and its own. Safe for use by many threads. All methods
 * throw {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface CaseTypes {

    /** All types that the unit may offer, offered or not, in the order of the catalogue, its own last. */
    List<UnitCaseType> ofUnit(Actor actor, HsaId unit);

    /**
     * As {@link #ofUnit}, from the store and not from memory, which may be a moment behind: for Careunit's own changes,
     * which have locked the unit so that the answer holds until they end.
     */
    default List<UnitCaseType> ofUnitNow(Actor actor, HsaId unit) {
        return ofUnit(actor, unit);
    }

    /** One of them as it is in force now, from memory; empty if the unit does not have it. */
    Optional<UnitCaseType> find(Actor actor, HsaId unit, CaseTypeKey type);
}

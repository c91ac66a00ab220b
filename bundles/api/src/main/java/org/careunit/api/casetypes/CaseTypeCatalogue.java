package org.careunit.api.casetypes;

import java.util.List;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A region's case types: to begin with the default set, until the region saves its own. Safe for use by many threads.
 * All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface CaseTypeCatalogue {

    /** All types of the region: the default set in its order, then the region's further ones by key. */
    List<Versioned<CentralType>> types(Actor actor, CountyCode region);

    /**
     * Saves a type of the region, new or changed, to hold at once at its units.
     *
     * @param expectedVersion the version the author has seen; 0 for none
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     */
    Versioned<CentralType> save(Actor actor, CountyCode region, CentralType type, long expectedVersion);

    /** All saved versions of a type of the region, newest first; empty if the region has saved none. */
    List<Saved<CentralType>> history(Actor actor, CountyCode region, CaseTypeKey type);

    /** As above, page by page. */
    default Page<Saved<CentralType>> history(Actor actor, CountyCode region, CaseTypeKey type, PageRequest page) {
        return Saved.page(history(actor, region, type), page);
    }

    /**
     * Saves an earlier version again, as the newest.
     *
     * @param version the version to restore, 1 or more
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if there is no such version
     */
    Versioned<CentralType> restore(
            Actor actor, CountyCode region, CaseTypeKey type, long version, long expectedVersion);

    /**
     * Reads a type that was written as JSON, with the names of the record's components as keys.
     *
     * @throws org.careunit.api.failure.RefusedException if it is wrong: the message names the path
     */
    CentralType parse(String json);

    /** Writes a type as the JSON that {@link #parse} reads. */
    String write(CentralType type);

    /**
     * Hands a type out to a unit; one that has it keeps it.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such type, or no such unit in the region
     */
    void handOut(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit);

    /**
     * Withdraws a type from a unit; it is closed to residents at once. The unit's settings of it are kept, inactive,
     * until it is handed out again.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #handOut}
     */
    void withdraw(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit);

    /**
     * When a type was handed out to a unit, {@code true}, or withdrawn, newest first; empty if neither was ever done.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #handOut}
     */
    List<Saved<Boolean>> handOuts(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit);

    /** As above, page by page. */
    default Page<Saved<Boolean>> handOuts(
            Actor actor, CountyCode region, CaseTypeKey type, HsaId unit, PageRequest page) {
        return Saved.page(handOuts(actor, region, type, unit), page);
    }
}

package org.careunit.storage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The care units that have joined; none is ever taken out. Reading answers from memory, as
 * {@link org.careunit.storage.cache.Caches} says, so that nobody else caches units; {@link #findNow} and {@link #lock}
 * read the store.
 */
@ProviderType
public interface UnitRegister {

    /** A unit; empty if it has not joined. */
    Optional<Entry> find(HsaId unit);

    /** A unit as the store has it now, be it changed on another node a moment ago; empty if it has not joined. */
    Optional<Entry> findNow(HsaId unit);

    /**
     * A unit that must have joined.
     *
     * @throws RefusedException if it has not
     */
    default CareUnit require(HsaId unit) {
        return find(unit).orElseThrow(() -> unknown(unit)).unit();
    }

    /** The refusal of what is asked about a unit that has not joined. */
    static RefusedException unknown(HsaId unit) {
        return StorageProblem.NO_UNIT.refused(unit);
    }

    /** Every unit there is, by HSA-id. */
    List<Entry> all();

    /** The units of a region, by HSA-id. */
    List<Entry> ofRegion(CountyCode region);

    /**
     * Adds a unit, as version 1.
     *
     * @return whether it was added; {@code false} means that a unit with this HSA-id is there
     */
    boolean add(CareUnit unit);

    /**
     * Replaces what is said about a unit; its region stays.
     *
     * @param seen the version that the author has seen
     * @return whether it was replaced; {@code false} means that it is not there or at another version by now
     */
    boolean update(CareUnit unit, long seen);

    /**
     * Has all others who lock this unit wait until the transaction ends; what concerns a unit as a whole is done one at
     * a time.
     *
     * @return the unit as it stands; empty if it has not joined, and then nobody waits
     * @throws IllegalStateException outside a transaction
     */
    Optional<Entry> lock(HsaId unit);

    /**
     * A unit and the version it is at: 1, 2, 3 …
     *
     * @param unit never null
     */
    record Entry(CareUnit unit, long version) {
        public Entry {
            Objects.requireNonNull(unit, "unit");
        }
    }
}

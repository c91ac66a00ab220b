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
 * Stores the registered care units; none is ever deleted. Reads are answered from a cache (see
 * {@link org.careunit.storage.cache.Caches}), so other bundles do not cache units; {@link #findNow} and {@link #lock}
 * read the store.
 */
@ProviderType
public interface UnitRegister {

    /** A unit; empty if it has not joined. */
    Optional<Entry> find(HsaId unit);

    /**
     * A unit as it is in the store now, including changes that another node has just made; empty if it is not
     * registered.
     */
    Optional<Entry> findNow(HsaId unit);

    /**
     * A unit that must have joined.
     *
     * @throws RefusedException if it has not
     */
    default CareUnit require(HsaId unit) {
        return find(unit).orElseThrow(() -> unknown(unit)).unit();
    }

    /** The refusal for a unit that is not registered. */
    static RefusedException unknown(HsaId unit) {
        return StorageProblem.NO_UNIT.refused(unit);
    }

    /** All units, by HSA-id. */
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
     * Updates a unit; its region cannot be changed.
     *
     * @param expectedVersion the version that the author has seen
     * @return whether it was replaced; {@code false} means that it is not there or at another version by now
     */
    boolean update(CareUnit unit, long expectedVersion);

    /**
     * Locks the unit until the transaction ends, so that changes to a unit as a whole are made one at a time.
     *
     * @return the unit; empty if it is not registered, and then nothing is locked
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

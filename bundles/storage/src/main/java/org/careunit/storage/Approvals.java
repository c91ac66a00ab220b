package org.careunit.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores which residents units have approved individually, by keyed pseudonym ({@link Pseudonyms.Purpose#RESIDENT}).
 */
@ProviderType
public interface Approvals {

    /**
     * Stores an approval; replaces an earlier one of the same resident at the same unit.
     *
     * @throws IllegalStateException outside a transaction
     */
    void put(Entry approval);

    /** Deletes an approval; returns whether there was one. */
    boolean remove(HsaId unit, ResidentHash resident);

    /** The approval of a resident at a unit, an ended one too; empty if there is none. */
    Optional<Entry> find(HsaId unit, ResidentHash resident);

    /** All approvals of a unit, newest first, ended ones too. */
    List<Entry> ofUnit(HsaId unit);

    /** All approvals of a resident, by unit, ended ones too. */
    List<Entry> ofResident(ResidentHash resident);

    /** All approvals, ended ones too, in no order. */
    List<Entry> all();

    /**
     * An approval.
     *
     * @param unit never null
     * @param resident the keyed pseudonym, 64 hexadecimal digits; never null
     * @param lastDay the last day on which it is valid; empty for no end
     * @param approvedBy the label of the one who approved; never null
     * @param approvedAt when; never null
     */
    record Entry(
            HsaId unit, ResidentHash resident, Optional<LocalDate> lastDay, String approvedBy, Instant approvedAt) {
        public Entry {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(resident, "resident");
            Objects.requireNonNull(lastDay, "lastDay");
            Objects.requireNonNull(approvedBy, "approvedBy");
            Objects.requireNonNull(approvedAt, "approvedAt");
        }

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(approved at " + unit + ")";
        }
    }
}

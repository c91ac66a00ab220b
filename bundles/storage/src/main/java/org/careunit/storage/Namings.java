package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores which residents units have named for a case type, by keyed pseudonym ({@link Pseudonyms.Purpose#RESIDENT}).
 */
@ProviderType
public interface Namings {

    /** Stores a naming; returns whether it is new. */
    boolean add(Entry naming);

    /** Deletes a naming; returns whether there was one. */
    boolean remove(HsaId unit, CaseTypeKey type, ResidentHash resident);

    /** All namings of a unit, by type, newest first. */
    List<Entry> ofUnit(HsaId unit);

    /**
     * A naming.
     *
     * @param unit never null
     * @param type never null
     * @param resident the keyed pseudonym, 64 hexadecimal digits; never null
     * @param namedBy the label of the one who named; never null
     * @param namedAt when; never null
     */
    record Entry(HsaId unit, CaseTypeKey type, ResidentHash resident, String namedBy, Instant namedAt) {
        public Entry {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(resident, "resident");
            Objects.requireNonNull(namedBy, "namedBy");
            Objects.requireNonNull(namedAt, "namedAt");
        }

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(named at " + unit + " for " + type + ")";
        }
    }
}

package org.careunit.api.host;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.PersonNumber;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows who the resident of a case is, for the unit's own medical-record system and the archive, and for nothing else.
 * Asked by jobs; safe for use by many threads, and answers within seconds.
 */
@ConsumerType
public interface ResidentIdentities {

    /**
     * Whom a case is about; for a case that a proxy has sent, the one they act for.
     *
     * @return empty if the host knows no such case; never null
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    Optional<Identity> residentIdentity(CaseRef ref);

    /**
     * A resident.
     *
     * @param number never null
     * @param name as it is written in full; empty where the name is protected; never null
     */
    record Identity(PersonNumber number, Optional<String> name) {

        public Identity {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(name, "name");
        }

        /** Nothing of it, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "(identity)";
        }
    }
}

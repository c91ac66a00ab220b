package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** The medical-record systems of the units. Safe for use by many threads; answers from memory. */
@ProviderType
public interface RecordSystems {

    /** The status of a unit's record system; never null. */
    Status status(HsaId unit);

    /** Whether messages reach a unit's record system now, as far as is known. */
    default boolean isReachable(HsaId unit) {
        return true;
    }

    /** Progress of connecting a unit's record system. */
    enum Progress {
        /** The unit has none. */
        NONE,
        /** It has one that has not passed a test message since it was last changed. */
        UNTESTED,
        /** It has one that has. */
        PASSED
    }

    /**
     * Status of a unit's record system.
     *
     * @param progress never null
     * @param passed when it passed its test message; empty if it has not; never null
     */
    record Status(Progress progress, Optional<Instant> passed) {
        public Status {
            Objects.requireNonNull(progress, "progress");
            Objects.requireNonNull(passed, "passed");
        }
    }
}

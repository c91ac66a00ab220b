package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The archive that the units' closed cases go to; there while one is installed. Safe for use by many threads. The
 * settings look for it, so what registers it must not itself wait for the settings.
 */
@ProviderType
public interface Archives {

    /** When a unit's cases last went to the archive; empty if they never have; never null. Answers from memory. */
    Optional<Instant> lastRun(HsaId unit);

    /** Whether exports get through to it now, as far as is known. Answers from memory. */
    default boolean isReachable() {
        return true;
    }

    /**
     * Asks for an export of a unit's cases as soon as possible. It belongs into the caller's transaction: it is asked
     * for if that is committed. Where one is waiting or running already, that one is enough.
     *
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    void runNow(HsaId unit);
}

package org.careunit.api.readiness;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Says how far units have come. Safe for use by many threads. */
@ProviderType
public interface Readiness {

    /**
     * A unit's checklist as it is now.
     *
     * @throws org.careunit.api.access.NotPermittedException if the actor may not read what the unit has decided
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    Checklist of(Actor actor, HsaId unit);
}

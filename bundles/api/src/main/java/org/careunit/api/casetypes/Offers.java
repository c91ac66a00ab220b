package org.careunit.api.casetypes;

import java.time.Instant;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** What residents may send to a unit. Safe for use by many threads. Hours and caps close the offer, never an event. */
@ProviderType
public interface Offers {

    /**
     * What a resident may send to a unit at an instant, and why not the rest: each active type of the unit.
     *
     * @param resident for a resident who asks, they themselves
     * @throws org.careunit.api.access.NotPermittedException if the actor may not
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    Offer offer(Actor actor, HsaId unit, Resident resident, Instant at);
}

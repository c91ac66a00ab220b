package org.careunit.api.casetypes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * The same of several units, in their order; a unit that is named twice is there once.
     *
     * @param units as {@code UnitFinder.find} gives them; not null
     * @return by unit; empty for no units; never null
     * @throws org.careunit.api.access.NotPermittedException as above, also where no unit is named
     * @throws org.careunit.api.failure.RefusedException if there is no such unit as one of them
     */
    default Map<HsaId, Offer> offers(Actor actor, List<HsaId> units, Resident resident, Instant at) {
        Map<HsaId, Offer> offers = new LinkedHashMap<>();
        units.forEach(unit -> offers.computeIfAbsent(unit, one -> offer(actor, one, resident, at)));
        return offers;
    }
}

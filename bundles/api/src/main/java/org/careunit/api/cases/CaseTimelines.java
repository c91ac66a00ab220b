package org.careunit.api.cases;

import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Says which messages a case would lead to. Safe for use by many threads. */
@ProviderType
public interface CaseTimelines {

    /**
     * The messages that a case would lead to, by the settings in force now, in the order in which they would leave;
     * calculated as the clocks of real cases are. Nothing is stored. Staff are looked up as they are now, but for
     * permissions that begin or end, and absences.
     *
     * @return also those without a recipient, each with its reason; never null
     * @throws org.careunit.api.access.NotPermittedException if the actor may not read the unit's ledger
     * @throws org.careunit.api.failure.RefusedException if the unit has not joined or is closed
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    List<PlannedMessage> preview(Actor actor, HsaId unit, PlannedCase planned);
}

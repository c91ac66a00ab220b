package org.careunit.api.cases;

import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ProviderType;

/** Explains why a case did, or did not, lead to messages. Safe for use by many threads. */
@ProviderType
public interface CaseExplanations {

    /**
     * For each topic that the case could have led to, in the order of {@link org.careunit.api.messages.Topic}: what was
     * sent, else the one decision that prevented it, else when it will come. The past is read from what was stored, the
     * future is calculated as the clocks calculate it.
     *
     * @return one entry or more for each topic; never null
     * @throws org.careunit.api.access.NotPermittedException if the actor may not read the unit's ledger
     * @throws org.careunit.api.failure.RefusedException if nothing is known of such a case
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    List<MessageExplanation> why(Actor actor, CaseRef subject);
}

package org.careunit.api.gateways;

import java.util.Objects;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Sends test messages to record systems, for unit administrators and operators. Safe for use by many threads. */
@ProviderType
public interface RecordSystemTests {

    /**
     * Sends a test message, marked as one, to a unit's record system now and waits for the answer. Once it has passed,
     * the unit has the section {@link org.careunit.api.settings.RecordSystemNotification}, until the record system is
     * changed.
     *
     * @return what the record system said; not null
     * @throws org.careunit.api.access.NotPermittedException if the actor may not change what the unit decides
     * @throws org.careunit.api.failure.RefusedException if the unit has no record system, or two
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    Result test(Actor actor, HsaId unit);

    /**
     * What came of a test message.
     *
     * @param passed whether the record system accepted it
     * @param answer what it said, for an operator; never null, never personal
     */
    record Result(boolean passed, String answer) {
        public Result {
            Objects.requireNonNull(answer, "answer");
        }
    }
}

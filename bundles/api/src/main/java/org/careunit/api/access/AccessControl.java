package org.careunit.api.access;

import org.careunit.api.identity.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The one place that knows the rules. Safe for use by many threads; answers from memory. */
@ProviderType
public interface AccessControl {

    /**
     * Lets the one who acts pass, or refuses and writes the refusal into the audit trail of the unit.
     *
     * @param actor who acts; null is refused
     * @param operation the kind of operation; not null
     * @param target what it touches; not null
     * @throws NotPermittedException if the actor may not do that, naming who may
     * @throws org.careunit.api.failure.RefusedException if it would change what a unit has decided or permitted that is
     *     closed for good
     */
    void require(Actor actor, Operation operation, Target target);

    /** Whether the one who acts may do that, which null may never; leaves no trace. */
    boolean isPermitted(Actor actor, Operation operation, Target target);
}

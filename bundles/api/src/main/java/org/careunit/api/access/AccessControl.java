package org.careunit.api.access;

import org.careunit.api.identity.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The one place that knows the rules. Safe for use by many threads; answers from memory. */
@ProviderType
public interface AccessControl {

    /**
     * Requires that the actor may do this; otherwise records the refusal in the audit trail and throws.
     *
     * @param actor who acts; null is refused
     * @param operation the kind of operation; not null
     * @param target what it touches; not null
     * @throws NotPermittedException if the actor may not do that, naming who may
     * @throws org.careunit.api.failure.RefusedException if it would change what a unit has decided or permitted that is
     *     closed permanently
     */
    void require(Actor actor, Operation operation, Target target);

    /** Whether the actor may do this, never for null; records nothing. */
    boolean isPermitted(Actor actor, Operation operation, Target target);
}

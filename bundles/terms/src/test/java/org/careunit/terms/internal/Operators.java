package org.careunit.terms.internal;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Actor;

/** Lets operators do everything, residents and the host what residents do, and nobody else anything. */
record Operators() implements AccessControl {

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        if (!isPermitted(actor, operation, target)) {
            throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
        }
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        if (operation == Operation.SERVE_RESIDENTS) {
            return actor instanceof Actor.Resident || actor instanceof Actor.Host;
        }
        if (operation == Operation.SERVE_ANY_RESIDENT) {
            return actor instanceof Actor.Host;
        }
        return actor instanceof Actor.Operator;
    }
}

package org.careunit.settings.internal;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Actor;

/** Lets operators do everything, and nobody else anything; the real rules are tried in bundles/access. */
public record Operators() implements AccessControl {

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        if (!isPermitted(actor, operation, target)) {
            throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
        }
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        return actor instanceof Actor.Operator || (operation == Operation.READ_UNIT && actor instanceof Actor.Internal);
    }
}

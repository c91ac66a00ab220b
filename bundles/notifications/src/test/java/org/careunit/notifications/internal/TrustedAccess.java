package org.careunit.notifications.internal;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Actor;

/** Lets everybody pass but staff and residents. */
public final class TrustedAccess implements AccessControl {

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        if (!isPermitted(actor, operation, target)) {
            throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
        }
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        return !(actor instanceof Actor.Staff || actor instanceof Actor.Resident);
    }
}

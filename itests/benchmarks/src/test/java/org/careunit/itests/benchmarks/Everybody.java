package org.careunit.itests.benchmarks;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;

/** Lets everybody pass: what the access rule costs is another benchmark's question. */
final class Everybody implements AccessControl {

    @Override
    public void require(Actor actor, Operation operation, Target target) {}

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        return true;
    }
}

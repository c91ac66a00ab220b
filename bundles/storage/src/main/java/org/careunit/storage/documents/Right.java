package org.careunit.storage.documents;

import java.util.Objects;
import java.util.function.Function;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;

/**
 * The right that a change of a document needs; checked before the change's transaction and again under its lock.
 *
 * @param access the access rule; never null
 * @param actor who acts; null is refused by the rule
 * @param operation the kind of operation; never null
 * @param target what it touches, by whose documents are changed; never null
 */
public record Right(AccessControl access, Actor actor, Operation operation, Function<Scope, Target> target) {

    public Right {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(target, "target");
    }

    /** The right to change what a unit decides. */
    public static Right ofUnits(AccessControl access, Actor actor) {
        return new Right(access, actor, Operation.CHANGE_UNIT, Right::target);
    }

    /** The right to change what a region decides. */
    public static Right ofRegions(AccessControl access, Actor actor) {
        return new Right(access, actor, Operation.CHANGE_REGION, Right::target);
    }

    /**
     * Requires the right; refuses an actor without it and records that in the audit trail.
     *
     * @throws org.careunit.api.access.NotPermittedException if the actor may not
     * @throws org.careunit.api.failure.RefusedException if nobody may any more, since the unit is closed permanently
     */
    public void require(Scope scope) {
        access.require(actor, operation, target.apply(scope));
    }

    /** Whether the actor has the right; records nothing. */
    public boolean isGiven(Scope scope) {
        return access.isPermitted(actor, operation, target.apply(scope));
    }

    private static Target target(Scope scope) {
        return switch (scope.level()) {
            case UNIT -> new Target.Unit(new HsaId(scope.id()));
            case REGION -> new Target.Region(new CountyCode(scope.id()));
            case PLATFORM -> new Target.Platform();
        };
    }
}

package org.careunit.testkit.fakes;

import java.util.Map;
import java.util.Objects;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;

/** Access control by a rule of the test, in place of the real one with its roles. Safe for use by many threads. */
public final class FakeAccess implements AccessControl {

    /** Who may do what. */
    @FunctionalInterface
    public interface Rule {

        /** Whether the actor, who is not null, may do that. */
        boolean permits(Actor actor, Operation operation, Target target);
    }

    private final Rule rule;

    private FakeAccess(Rule rule) {
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /** Permits what the rule permits. */
    public static FakeAccess by(Rule rule) {
        return new FakeAccess(rule);
    }

    /** Permits everything to everybody. */
    public static FakeAccess everybody() {
        return by((actor, operation, target) -> true);
    }

    /** Permits everything to operators, reading to the system, and nothing to anybody else. */
    public static FakeAccess operators() {
        return by((actor, operation, target) -> actor instanceof Actor.Operator
                || (operation == Operation.READ_UNIT && actor instanceof Actor.Internal));
    }

    /** Permits everything to operators and to the system, and nothing to anybody else. */
    public static FakeAccess operatorsAndSystem() {
        return by((actor, operation, target) -> actor instanceof Actor.Operator || actor instanceof Actor.Internal);
    }

    /** As {@link #operators}, and permits residents and the host what residents do. */
    public static FakeAccess operatorsAndResidents() {
        return by((actor, operation, target) -> switch (operation) {
            case SERVE_RESIDENTS -> actor instanceof Actor.Resident || actor instanceof Actor.Host;
            case SERVE_ANY_RESIDENT -> actor instanceof Actor.Host;
            default -> operators().isPermitted(actor, operation, target);
        });
    }

    /** Permits everything to everybody but staff and residents. */
    public static FakeAccess platform() {
        return by((actor, operation, target) -> !(actor instanceof Actor.Staff || actor instanceof Actor.Resident));
    }

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        if (!isPermitted(actor, operation, target)) {
            throw new NotPermittedException(new Problem(
                    "test.not-permitted",
                    "",
                    Map.of(),
                    "Du har inte behörighet att göra det här",
                    (actor == null ? "Nobody" : actor.label()) + " may not " + operation));
        }
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        return actor != null && rule.permits(actor, operation, target);
    }
}

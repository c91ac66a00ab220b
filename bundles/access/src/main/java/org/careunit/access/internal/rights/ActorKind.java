package org.careunit.access.internal.rights;

import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.identity.Actor;
import org.careunit.storage.SystemActor;

/** Kind of an actor, without any look-up. */
public enum ActorKind {
    STAFF("a staff member", "vårdaktör"),
    RESIDENT("a resident", "invånare"),
    HOST("the host platform", "plattformen"),
    OPERATOR("an operator", "driftansvarig"),
    INTERNAL("Careunit itself", "systemet"),
    /** Null, or an actor that only claims to be Careunit. */
    UNKNOWN("an unknown actor", "okänd aktör");

    private final String english;
    private final String swedish;

    ActorKind(String english, String swedish) {
        this.english = english;
        this.swedish = swedish;
    }

    public static ActorKind of(Actor actor) {
        if (actor instanceof Actor.Staff) {
            return STAFF;
        }
        if (actor instanceof Actor.Resident) {
            return RESIDENT;
        }
        if (actor instanceof Actor.Host) {
            return HOST;
        }
        if (actor instanceof Actor.Operator) {
            return OPERATOR;
        }
        return actor instanceof SystemActor ? INTERNAL : UNKNOWN;
    }

    /** How an actor is written in the audit trail; what an unknown one says of itself is not. */
    public static String label(Actor actor) {
        return of(actor) == UNKNOWN ? "unknown" : actor.label();
    }

    /** Refuses an actor that is null or only claims to be Careunit, where no right is needed. */
    public static void requireKnown(Actor actor) {
        if (of(actor) == UNKNOWN) {
            throw new NotPermittedException(AccessProblem.NO_ACTOR.with());
        }
    }

    /** For people in a unit. */
    public String swedish() {
        return swedish;
    }

    /** In English, with the Swedish word. */
    public String named() {
        return english + " (" + swedish + ")";
    }
}

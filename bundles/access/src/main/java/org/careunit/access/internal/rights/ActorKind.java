package org.careunit.access.internal.rights;

import org.careunit.api.identity.Actor;

/** What the one who acts is, before anything is looked up. */
public enum ActorKind {
    STAFF("a staff member", "vårdaktör"),
    RESIDENT("a resident", "invånare"),
    HOST("the host platform", "plattformen"),
    OPERATOR("an operator", "driftansvarig"),
    INTERNAL("Careunit itself", "systemet");

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
        return actor instanceof Actor.Operator ? OPERATOR : INTERNAL;
    }

    /** In English, with the Swedish word. */
    public String named() {
        return english + " (" + swedish + ")";
    }
}

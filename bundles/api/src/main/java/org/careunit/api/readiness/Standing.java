package org.careunit.api.readiness;

/** Where something on the checklist stands. */
public enum Standing {
    DONE,
    NOT_DONE,
    /** This unit does without. */
    NOT_NEEDED
}

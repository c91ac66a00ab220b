package org.careunit.api.readiness;

/** Where something on the checklist stands. */
public enum CheckStatus {
    DONE,
    NOT_DONE,
    /** This unit does without. */
    NOT_NEEDED
}

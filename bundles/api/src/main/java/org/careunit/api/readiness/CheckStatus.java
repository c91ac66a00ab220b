package org.careunit.api.readiness;

/** Status of a line of the checklist. */
public enum CheckStatus {
    DONE,
    NOT_DONE,
    /** This unit does without. */
    NOT_NEEDED
}

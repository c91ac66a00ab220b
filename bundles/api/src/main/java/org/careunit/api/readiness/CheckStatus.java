package org.careunit.api.readiness;

/** Status of a line of the checklist. */
public enum CheckStatus {
    /** Nothing is left to do. */
    DONE,
    /** Something is: the result's problems say what. */
    NOT_DONE,
    /** This unit does without. */
    NOT_NEEDED
}

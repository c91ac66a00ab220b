package org.careunit.api.casetypes;

/** What of a case type a region can lock, so that it says the same at every unit. */
public enum TypeField {
    DESCRIPTION,
    HANDLING_TIME,
    FIRST_REPLY,
    ATTACHMENTS,
    LIMITS,
    /** The standard replies, and whether they may be edited. */
    REPLIES,
    TERMS
}

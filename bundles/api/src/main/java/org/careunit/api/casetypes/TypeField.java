package org.careunit.api.casetypes;

/** Field of a case type that a region can lock, so that it is the same at every unit. */
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

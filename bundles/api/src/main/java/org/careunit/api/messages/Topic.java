package org.careunit.api.messages;

/**
 * What a message is about. Each topic has its own text and its own digest, so that no news hides in a message of
 * another kind.
 */
public enum Topic {
    /** A case came in; to the unit's addresses. */
    NEW_CASE,
    /** A case was given to somebody; to them. */
    GIVEN,
    /** The resident replied, or the case was opened again; to the handler, else to the unit's addresses. */
    REPLY,
    /** Nobody replied within the first-reply promise; to those who are reminded. */
    FIRST_REPLY,
    /** A case was not handled in time; to those who are reminded. */
    OVERDUE,
    /** An answer was not read in time; to the resident. */
    UNREAD,
    /** A case came in, was completed or withdrawn; to the unit's medical-record system. */
    CASE_WAITING,
    /** A unit has no administrator any more; to the region's administrators. */
    ADMINISTRATOR_LOST,
    /** A test message that somebody asked for; to them. */
    TEST
}

package org.careunit.itests.peers;

/** Faults of an SMS gateway over HTTP. */
public enum SmsHttpFault {
    NONE,
    /** Takes the SMS, and does not answer. */
    SILENCE,
    /** Takes the SMS, and closes the connection. */
    LOST,
    /** A page of somebody else's, with a status of success. */
    PAGE,
    /** An answer of its kind, which says no. */
    REFUSAL,
    /** A right answer with a megabyte behind it. */
    MEGABYTE,
    /** A right answer, an octet each tenth of a second. */
    SLOW,
    /** Sends elsewhere. */
    REDIRECT,
    BAD_REQUEST,
    LOGIN,
    ELSEWHERE,
    BROKEN,
    UNAVAILABLE
}

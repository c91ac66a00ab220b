package org.careunit.itests.peers;

/** Faults of a {@link FhirPeer}. */
public enum FhirFault {
    /** Carries them out. */
    NONE,
    /** Refuses the login. */
    LOGIN,
    /** Answers 429 and says in how many seconds to come again. */
    THROTTLED,
    /** Answers 503. */
    UNAVAILABLE,
    /** Answers changes with 409. */
    CONFLICT,
    /** Answers with an outcome of errors that quotes the request. */
    INVALID,
    /** Carries them out and closes the connection without a response. */
    LOST,
    /** Carries them out and sends no response. */
    SILENCE,
    /** Carries them out and responds with a megabyte. */
    MEGABYTE,
    /** Responds to everything with a page for people. */
    PAGE,
    /** Knows nothing at this address. */
    ELSEWHERE
}

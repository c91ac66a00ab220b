package org.careunit.operations.connection;

/** How a connection to an outside system is secured. */
public enum Security {
    /** It begins in clear and is turned into TLS before anything is said; without that nothing is. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None; to this machine only. */
    PLAIN
}

package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** Thrown if connecting to the mail server or logging in failed; no message was sent. */
public final class ConnectFailedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public ConnectFailedException(MessagingException cause) {
        super("No connection to the mail server", cause);
    }
}

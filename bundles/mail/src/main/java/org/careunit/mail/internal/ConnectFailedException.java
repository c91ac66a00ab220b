package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** There is no connection to the mail server, or it does not let us in; no message has been offered. */
public final class ConnectFailedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public ConnectFailedException(MessagingException cause) {
        super("No connection to the mail server", cause);
    }
}

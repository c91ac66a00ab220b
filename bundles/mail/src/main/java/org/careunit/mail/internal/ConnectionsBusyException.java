package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** Thrown if no connection became free in time; no message was sent. */
public final class ConnectionsBusyException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public ConnectionsBusyException() {
        super("All connections to the mail server are taken");
    }
}

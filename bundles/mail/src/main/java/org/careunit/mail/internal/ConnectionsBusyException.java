package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** All connections were taken for as long as we wait; no message has been offered. */
public final class ConnectionsBusyException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public ConnectionsBusyException() {
        super("All connections to the mail server are taken");
    }
}

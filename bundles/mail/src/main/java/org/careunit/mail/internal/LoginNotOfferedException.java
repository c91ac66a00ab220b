package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** Thrown if a login is configured and the mail server offers none; no message was sent. */
public final class LoginNotOfferedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public LoginNotOfferedException() {
        super("The mail server offers no login");
    }
}

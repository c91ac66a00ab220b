package org.careunit.mail.internal;

import jakarta.mail.MessagingException;

/** A login is configured and the mail server offers none; nothing was sent to it. */
public final class LoginNotOfferedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public LoginNotOfferedException() {
        super("The mail server offers no login");
    }
}

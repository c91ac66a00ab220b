package org.careunit.notifications.internal.recipients;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;

/**
 * The addresses at which somebody wants messages now.
 *
 * @param email empty if not by e-mail; never null
 * @param sms empty if not by SMS; never null
 */
public record Contact(Optional<EmailAddress> email, Optional<TelephoneNumber> sms) {

    public Contact {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(sms, "sms");
    }

    /** Of somebody who wants no messages. */
    public static final Contact NOWHERE = new Contact(Optional.empty(), Optional.empty());

    static Contact byEmail(EmailAddress address) {
        return new Contact(Optional.of(address), Optional.empty());
    }

    /** Nothing of it, so that it is never logged by accident. */
    @Override
    public String toString() {
        return "(contact)";
    }
}

package org.careunit.api.host;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows where the resident of a case, or the proxy who acts for them, wants to be reminded. Asked by jobs each time a
 * message is about to leave; safe for use by many threads, and answers within seconds.
 */
@ConsumerType
public interface CaseContacts {

    /**
     * Where the resident of a case wants messages now.
     *
     * @return empty if the host knows no such case; never null
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    Optional<Contacts> contacts(CaseRef ref);

    /**
     * Where somebody wants messages.
     *
     * @param email empty if not by e-mail; never null
     * @param sms empty if not by SMS; never null
     */
    record Contacts(Optional<EmailAddress> email, Optional<TelephoneNumber> sms) {

        public Contacts {
            Objects.requireNonNull(email, "email");
            Objects.requireNonNull(sms, "sms");
        }

        /** Nothing of it, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "(contacts)";
        }
    }
}

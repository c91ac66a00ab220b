package org.careunit.notifications.internal.recipients;

import java.util.Objects;

/**
 * A recipient together with where they are reached now.
 *
 * @param recipient never null
 * @param contact never null; empty in all its parts for somebody who wants no messages
 */
public record ReachableRecipient(Recipient recipient, Contact contact) {

    public ReachableRecipient {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(contact, "contact");
    }
}

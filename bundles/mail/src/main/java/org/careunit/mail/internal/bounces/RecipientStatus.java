package org.careunit.mail.internal.bounces;

import java.util.List;

/**
 * Delivery status of one recipient in a mail.
 *
 * @param addresses of the recipient, in every form that the mail gives, as written; may be empty
 */
public record RecipientStatus(DeliveryOutcome outcome, List<String> addresses) {

    public RecipientStatus {
        addresses = List.copyOf(addresses);
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "RecipientStatus[" + outcome + "]";
    }
}

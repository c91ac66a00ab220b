package org.careunit.notifications.internal.delivery;

import java.util.Objects;
import org.careunit.api.cases.MessageReason;
import org.careunit.notifications.internal.recipients.NoRecipientReason;
import org.careunit.notifications.internal.recipients.StoredDecision;

/**
 * Ledger entry of news without a recipient.
 *
 * @param detail in words; never null, never personal
 * @param decision the code, and what decided; never null
 */
public record NoRecipient(String detail, StoredDecision decision) {

    static final NoRecipient EXPIRED = new NoRecipient(ResidentRules.EXPIRED, StoredDecision.of(MessageReason.EXPIRED));

    public NoRecipient {
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(decision, "decision");
    }

    /** Nothing that somebody has saved decided. */
    public static NoRecipient because(NoRecipientReason why) {
        return new NoRecipient(why.detail(), StoredDecision.of(why.reason()));
    }
}

package org.careunit.notifications.internal.delivery;

import java.util.Objects;
import org.careunit.api.cases.MessageReason;
import org.careunit.notifications.internal.recipients.StoredDecision;
import org.careunit.notifications.internal.recipients.WhyNobody;

/**
 * What the ledger says of news that nobody is told.
 *
 * @param detail in words; never null, never personal
 * @param decision the code, and what decided; never null
 */
public record Nobody(String detail, StoredDecision decision) {

    static final Nobody EXPIRED = new Nobody(ResidentRules.EXPIRED, StoredDecision.of(MessageReason.EXPIRED));

    public Nobody {
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(decision, "decision");
    }

    /** Nothing that somebody has saved decided. */
    public static Nobody because(WhyNobody why) {
        return new Nobody(why.detail(), StoredDecision.of(why.reason()));
    }
}

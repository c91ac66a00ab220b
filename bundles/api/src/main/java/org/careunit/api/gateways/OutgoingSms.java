package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.sms.SmsText;

/**
 * An SMS. Its sender is set by the adapter's configuration.
 *
 * @param id makes the reference of its parts, the same at each attempt; never null
 * @param to the one recipient; never null
 * @param text of 1 to {@value #MOST_PARTS} parts; never blank
 * @param validUntil after which the operator is not to deliver it any more; empty for as long as the operator likes;
 *     never null
 */
public record OutgoingSms(UUID id, TelephoneNumber to, String text, Optional<Instant> validUntil) {

    private static final int MOST_PARTS = 10;

    /** @throws RefusedException if the text is blank or too long; the message does not repeat it */
    public OutgoingSms {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(validUntil, "validUntil");
        if (text.isBlank()) {
            throw GatewayProblem.SMS_TEXT_MISSING.refused();
        }
        int parts = SmsText.of(text).parts().size();
        if (parts > MOST_PARTS) {
            throw GatewayProblem.SMS_TOO_LONG.refused(parts, MOST_PARTS);
        }
    }

    /** The id alone: the rest is about people. */
    @Override
    public String toString() {
        return "OutgoingSms[" + id + "]";
    }
}

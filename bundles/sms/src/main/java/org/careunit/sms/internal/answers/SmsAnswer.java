package org.careunit.sms.internal.answers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * Result of handing one part, or one whole SMS, to the gateway. Of the gateway's answer it contains codes and ids only.
 *
 * @param delivery what it means for the SMS; never null
 * @param fault what is wrong with the way to the gateway; empty where it spoke about the SMS; never null
 * @param words ours; never null
 * @param parts the gateway's ids of the parts that it has taken; never null
 */
public record SmsAnswer(DeliveryStatus delivery, Optional<SmsFault> fault, String words, List<String> parts) {

    public SmsAnswer {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(words, "words");
        parts = List.copyOf(parts);
    }

    public static SmsAnswer accepted(List<String> parts) {
        return new SmsAnswer(DeliveryStatus.ACCEPTED, Optional.empty(), "", parts);
    }

    public static SmsAnswer replied(DeliveryStatus delivery, String words) {
        return new SmsAnswer(delivery, Optional.empty(), words, List.of());
    }

    /**
     * The connection failed. An attempt is counted if the message may have been accepted nevertheless, but not if it
     * was never sent.
     */
    public static SmsAnswer connectionFailed(SmsFault fault, boolean wasHandedOver) {
        return new SmsAnswer(
                wasHandedOver && !fault.isLasting() ? DeliveryStatus.TEMPORARY_FAILURE : DeliveryStatus.UNAVAILABLE,
                Optional.of(fault),
                "the SMS gateway: " + fault.what(),
                List.of());
    }

    public boolean isAccepted() {
        return delivery == DeliveryStatus.ACCEPTED;
    }
}

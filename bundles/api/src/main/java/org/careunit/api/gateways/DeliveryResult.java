package org.careunit.api.gateways;

import java.util.List;
import java.util.Objects;

/**
 * A gateway's answer to a message.
 *
 * @param status never null
 * @param reason for an operator: one line, without personal data; never null
 * @param parts the gateway's ids of the message's parts, in their order, where it will report about them; else empty;
 *     never null
 */
public record DeliveryResult(DeliveryStatus status, String reason, List<String> parts) {

    public DeliveryResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        parts = List.copyOf(parts);
    }

    /** Of a message that the gateway will not report about by parts. */
    public DeliveryResult(DeliveryStatus status, String reason) {
        this(status, reason, List.of());
    }
}

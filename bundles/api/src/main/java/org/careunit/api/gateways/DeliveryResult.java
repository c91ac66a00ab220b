package org.careunit.api.gateways;

import java.util.Objects;

/**
 * What a gateway said to a message.
 *
 * @param status never null
 * @param reason for an operator: one line, without personal data; never null
 */
public record DeliveryResult(DeliveryStatus status, String reason) {

    public DeliveryResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }
}

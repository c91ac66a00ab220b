package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a record system said to a notice.
 *
 * @param result never null, and never {@link DeliveryStatus#PERMANENT_FAILURE}: a record system is no recipient to give up
 * @param notBefore when it wants to be asked again; empty if it does not say, or nothing is to be sent again; never null
 */
public record RecordSystemAnswer(DeliveryResult result, Optional<Instant> notBefore) {

    /** @throws IllegalArgumentException if the status is {@link DeliveryStatus#PERMANENT_FAILURE} */
    public RecordSystemAnswer {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(notBefore, "notBefore");
        if (result.status() == DeliveryStatus.PERMANENT_FAILURE) {
            throw new IllegalArgumentException("A record system answers with TECHNICAL_FAILURE what it refuses");
        }
    }

    /** An answer that names no time. */
    public static RecordSystemAnswer of(DeliveryStatus status, String reason) {
        return new RecordSystemAnswer(new DeliveryResult(status, reason), Optional.empty());
    }
}

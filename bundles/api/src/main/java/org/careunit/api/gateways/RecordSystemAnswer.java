package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A record system's answer to a notice.
 *
 * @param result never null, and never {@link DeliveryStatus#PERMANENT_FAILURE}: a record system is no recipient to give
 *     up
 * @param isCertain whether it is known that the notice was carried out or that it was not; {@code false} where no
 *     answer came, so that nobody knows
 * @param notBefore when it wants to be asked again; empty if it does not say, or nothing is to be sent again; never
 *     null
 */
public record RecordSystemAnswer(DeliveryResult result, boolean isCertain, Optional<Instant> notBefore) {

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
        return new RecordSystemAnswer(new DeliveryResult(status, reason), true, Optional.empty());
    }

    /** No answer to a notice that was sent: it goes out again, under the same id. */
    public static RecordSystemAnswer none(String reason) {
        return new RecordSystemAnswer(
                new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, reason), false, Optional.empty());
    }
}

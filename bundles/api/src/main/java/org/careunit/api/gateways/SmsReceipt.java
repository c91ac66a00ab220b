package org.careunit.api.gateways;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careunit.api.failure.RefusedException;

/**
 * Final receipt of a gateway about one part of an SMS.
 *
 * @param ids the forms that the part's id may have in {@link DeliveryResult#parts}, the most likely first: 1 to 4, each
 *     of 1 to 65 characters; never null
 * @param status {@link DeliveryStatus#DELIVERED}, or how it failed: {@link DeliveryStatus#PERMANENT_FAILURE} only where
 *     the number is to blame, which is suppressed then; never null
 * @param reason for the ledger: codes and our words, never personal; never null
 */
public record SmsReceipt(List<String> ids, DeliveryStatus status, String reason) {

    private static final int MOST_IDS = 4;
    private static final int LONGEST_ID = 65;
    private static final Set<DeliveryStatus> FINAL = Set.of(
            DeliveryStatus.DELIVERED,
            DeliveryStatus.TEMPORARY_FAILURE,
            DeliveryStatus.PERMANENT_FAILURE,
            DeliveryStatus.TECHNICAL_FAILURE);

    /** @throws RefusedException if there is no id, or one is too long, or the status is none that ends a part */
    public SmsReceipt {
        ids = List.copyOf(ids);
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        if (ids.isEmpty()
                || ids.size() > MOST_IDS
                || ids.stream().anyMatch(id -> id.isEmpty() || id.length() > LONGEST_ID)) {
            throw GatewayProblem.RECEIPT_IDS.refused(MOST_IDS, LONGEST_ID);
        }
        if (!FINAL.contains(status)) {
            throw GatewayProblem.RECEIPT_NOT_FINAL.refused(status);
        }
    }
}

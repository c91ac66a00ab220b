package org.careunit.sms.internal.receipts;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;

/**
 * Table of the meanings of final states. The network's error codes are specific to the gateway; if its table has one,
 * it decides about a part that could not be delivered or was rejected.
 *
 * @param errors by error code, without zeros before it
 * @param zone in which the gateway tells the time
 */
public record ReceiptOutcomes(Map<String, DeliveryStatus> errors, ZoneId zone) {

    public ReceiptOutcomes {
        errors = Map.copyOf(errors);
    }

    /** @throws IllegalArgumentException if the state is not final */
    public SmsReceipt of(Receipt receipt) {
        DeliveryStatus status =
                switch (receipt.state()) {
                    case DELIVRD -> DeliveryStatus.DELIVERED;
                    case UNDELIV -> errors.getOrDefault(receipt.error(), DeliveryStatus.PERMANENT_FAILURE);
                    case REJECTD -> errors.getOrDefault(receipt.error(), DeliveryStatus.TECHNICAL_FAILURE);
                    case EXPIRED -> DeliveryStatus.TEMPORARY_FAILURE;
                    case DELETED, UNKNOWN, SKIPPED -> DeliveryStatus.TECHNICAL_FAILURE;
                    case SCHEDULED, ENROUTE, ACCEPTD -> throw new IllegalArgumentException(
                            receipt.state() + " is not final");
                };
        return new SmsReceipt(receipt.ids(), status, reason(receipt));
    }

    private String reason(Receipt receipt) {
        String code =
                receipt.error().matches("[0-9A-Fa-f]{1,6}") && !receipt.error().equals("0")
                        ? ", error " + receipt.error()
                        : "";
        return "receipt: " + words(receipt.state()) + " (" + receipt.state() + code + ")" + at(receipt);
    }

    /** When it happened at the gateway; the ledger also has when the receipt arrived. */
    private String at(Receipt receipt) {
        return receipt.done()
                .map(done -> " at " + done.atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
    }

    private static String words(ReceiptState state) {
        return switch (state) {
            case DELIVRD -> "delivered";
            case UNDELIV -> "it cannot be delivered";
            case REJECTD -> "the network refused it";
            case EXPIRED -> "the telephone was not reached in time";
            default -> "the SMS gateway lost it";
        };
    }
}

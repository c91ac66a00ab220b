package org.careunit.sms.internal;

import java.util.Locale;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.configuration.Configuration;

/** Words for the meaning of a gateway's codes in the configuration. */
final class CodeMeanings {

    private CodeMeanings() {}

    /** How something failed. */
    static DeliveryStatus read(Configuration configuration, String key, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "permanent" -> DeliveryStatus.PERMANENT_FAILURE;
            case "temporary" -> DeliveryStatus.TEMPORARY_FAILURE;
            case "technical" -> DeliveryStatus.TECHNICAL_FAILURE;
            default -> throw configuration.wrong(key, "must say permanent, temporary or technical, not '" + word + "'");
        };
    }

    /** A kind of failure, success, or {@link DeliveryStatus#ACCEPTED} for a state that is not final. */
    static DeliveryStatus ofState(Configuration configuration, String key, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "delivered" -> DeliveryStatus.DELIVERED;
            case "none" -> DeliveryStatus.ACCEPTED;
            default -> read(configuration, key, word);
        };
    }
}

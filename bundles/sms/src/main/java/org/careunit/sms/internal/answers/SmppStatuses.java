package org.careunit.sms.internal.answers;

import static org.careunit.api.gateways.DeliveryStatus.PERMANENT_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TECHNICAL_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * Table of the meanings of an SMS centre's statuses (SMPP 3.4, 5.1.3); an unknown status counts as our fault until an
 * operator has checked it.
 */
public final class SmppStatuses {

    private static final Set<Integer> THROTTLED = Set.of(0x14, 0x58);
    private static final Set<Integer> LOGIN = Set.of(0x05, 0x0D, 0x0E, 0x0F, 0x53);
    private static final Map<Integer, DeliveryStatus> MEANINGS = Map.of(
            0x08, TEMPORARY_FAILURE, // system error
            0x14, TEMPORARY_FAILURE, // message queue full
            0x45, TEMPORARY_FAILURE, // submitting failed
            0x58, TEMPORARY_FAILURE, // throttled
            0x64, TEMPORARY_FAILURE, // temporary error of the receiver
            0xFE, TEMPORARY_FAILURE, // delivery failed
            0x0B, PERMANENT_FAILURE); // invalid destination address

    private SmppStatuses() {}

    /** Whether the message may be accepted at a lower rate. */
    public static boolean isThrottled(int status) {
        return THROTTLED.contains(status);
    }

    /** Whether it refuses a bind for a reason that an operator must fix. */
    public static boolean isLogin(int status) {
        return LOGIN.contains(status);
    }

    public static SmsAnswer answer(int status) {
        DeliveryStatus meaning = MEANINGS.getOrDefault(status, TECHNICAL_FAILURE);
        String code = String.format(Locale.ROOT, "0x%08X", status);
        return SmsAnswer.replied(meaning, words(meaning) + " (SMPP status " + code + ")");
    }

    private static String words(DeliveryStatus meaning) {
        return switch (meaning) {
            case PERMANENT_FAILURE -> "the SMS gateway knows no such number";
            case TEMPORARY_FAILURE -> "the SMS gateway takes it later";
            default -> "the SMS gateway does not take this from us";
        };
    }
}

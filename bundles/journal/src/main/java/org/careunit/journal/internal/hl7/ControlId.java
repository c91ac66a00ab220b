package org.careunit.journal.internal.hl7;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;

/** MSH-10 of a message, made from the message's id so that it is the same at each attempt. */
final class ControlId {

    /** The longest MSH-10 in HL7 2.5.1. */
    static final int LENGTH = 20;

    private static final BigInteger RANGE = BigInteger.valueOf(36).pow(LENGTH);

    private ControlId() {}

    static String of(UUID message) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .array();
        String digits = new BigInteger(1, bytes).mod(RANGE).toString(36).toUpperCase(Locale.ROOT);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}

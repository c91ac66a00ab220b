package org.careunit.sms.internal.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Objects;
import java.util.Optional;

/**
 * A message that the SMS centre hands to us (deliver_sm or data_sm).
 *
 * @param esmClass its kind (SMPP 3.4, 5.2.12)
 * @param text short_message, or the optional parameter message_payload in its place; never null
 * @param id the optional parameter receipted_message_id; never null
 * @param state the optional parameter message_state; never null
 */
public record DeliveredMessage(byte esmClass, String text, Optional<String> id, Optional<Integer> state) {

    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final byte UCS_2 = 8;

    public DeliveredMessage {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
    }

    /** The characters of a receipt: ASCII as a rule, whatever stands behind {@code text:}. */
    public static String decode(byte[] bytes, byte dataCoding) {
        boolean isWide = dataCoding == UCS_2 && bytes.length % 2 == 0 && bytes.length > 0 && bytes[0] == 0;
        return new String(bytes, isWide ? UTF_16BE : ISO_8859_1);
    }

    /**
     * Whether it reports about a message of ours, whatever other bits are set; else it is a message from a telephone.
     */
    public boolean isReceipt() {
        return (esmClass & (RECEIPT | INTERMEDIATE)) != 0;
    }

    /** Its kind only: the rest may quote a message. */
    @Override
    public String toString() {
        return "DeliveredMessage[esm_class " + esmClass + "]";
    }
}

package org.careunit.sms.internal.receipts;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Converts a gateway's ids in responses and receipts into one form, so that they can be compared: decimal numbers
 * without leading zeros; other ids are unchanged.
 */
public enum ReceiptIds {
    /** Both alike. */
    SAME,
    /** In hexadecimal in responses, in decimal in receipts. */
    HEX_THEN_DECIMAL,
    /** In decimal in responses, in hexadecimal in receipts. */
    DECIMAL_THEN_HEX;

    private static final int LONGEST_NUMBER = 32;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1," + LONGEST_NUMBER + "}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{1," + LONGEST_NUMBER + "}");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");

    /** The one form of an id in a response. */
    public String inResponse(String id) {
        return this == HEX_THEN_DECIMAL ? fromHex(id) : plain(id);
    }

    /** The one form of an id in a receipt's text. */
    String inText(String id) {
        return this == DECIMAL_THEN_HEX ? fromHex(id) : plain(id);
    }

    /** The forms of an id beside the text (TLV): mostly written as in responses, sometimes as in texts. */
    List<String> besideText(String id) {
        return Stream.of(inResponse(id), inText(id)).distinct().toList();
    }

    private static String plain(String id) {
        return DECIMAL.matcher(id).matches() ? ZEROS.matcher(id).replaceFirst("") : id;
    }

    private static String fromHex(String id) {
        return HEX.matcher(id).matches() ? new BigInteger(id, 16).toString() : id;
    }
}

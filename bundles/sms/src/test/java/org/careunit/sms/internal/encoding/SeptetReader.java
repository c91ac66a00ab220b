package org.careunit.sms.internal.encoding;

import org.careunit.api.sms.GsmAlphabet;

/**
 * Reads what the encoder wrote, bit by bit and by no rule of the encoder's. How many septets a part has is said beside
 * it, as it is on the air: behind 8n - 1 packed ones there is room for another, which looks like an at sign.
 */
final class SeptetReader {

    private static final int LAST = 0x20AC;

    private SeptetReader() {}

    static String read(EncodedPart part, Packing packing, int length) {
        return packing == Packing.UNPACKED ? text(part.text()) : text(unpacked(part, length));
    }

    private static byte[] unpacked(EncodedPart part, int length) {
        byte[] content = part.content();
        int first = part.headerLength() == 0 ? 0 : (part.headerLength() * 8 + 6) / 7;
        byte[] read = new byte[length];
        for (int septet = first; septet < first + length; septet++) {
            int value = 0;
            for (int bit = 0; bit < 7; bit++) {
                int at = septet * 7 + bit;
                value |= (content[at / 8] >> at % 8 & 1) << bit;
            }
            read[septet - first] = (byte) value;
        }
        return read;
    }

    private static String text(byte[] septets) {
        StringBuilder text = new StringBuilder();
        int width = 1;
        for (byte septet : septets) {
            if (septet == GsmAlphabet.ESCAPE) {
                width = 2;
            } else {
                text.append(character(septet, width));
                width = 1;
            }
        }
        return text.toString();
    }

    private static char character(int code, int septets) {
        for (int character = 0; character <= LAST; character++) {
            if (GsmAlphabet.holds(character)
                    && GsmAlphabet.septet(character) == code
                    && GsmAlphabet.septets(character) == septets) {
                return (char) character;
            }
        }
        throw new AssertionError("No character has the code " + code);
    }
}

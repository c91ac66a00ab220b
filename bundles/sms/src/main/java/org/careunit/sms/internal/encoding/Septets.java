package org.careunit.sms.internal.encoding;

import java.io.ByteArrayOutputStream;
import org.careunit.api.sms.GsmAlphabet;

/** Septets of the default alphabet, one in each octet or packed. Source: 3GPP TS 23.038, 6.1.2.1. */
final class Septets {

    private static final int BITS = 7;

    private Septets() {}

    /** A text of the default alphabet, one septet in each octet. */
    static byte[] of(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (GsmAlphabet.septets(character) == 2) {
                septets.write(GsmAlphabet.ESCAPE);
            }
            septets.write(GsmAlphabet.septet(character));
        }
        return septets.toByteArray();
    }

    /**
     * How many bits lie between a header of so many octets and the first septet behind it, which begins at a multiple
     * of 7 bits.
     */
    static int fill(int headerLength) {
        return (BITS - headerLength * Byte.SIZE % BITS) % BITS;
    }

    /** Packs septets, the first one behind so many bits that are zero. */
    static byte[] pack(byte[] septets, int fill) {
        byte[] packed = new byte[(fill + septets.length * BITS + Byte.SIZE - 1) / Byte.SIZE];
        for (int index = 0; index < septets.length; index++) {
            int bit = fill + index * BITS;
            int shifted = septets[index] << bit % Byte.SIZE;
            packed[bit / Byte.SIZE] |= (byte) shifted;
            if (shifted >> Byte.SIZE != 0) {
                packed[bit / Byte.SIZE + 1] |= (byte) (shifted >> Byte.SIZE);
            }
        }
        return packed;
    }
}

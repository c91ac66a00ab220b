package org.careunit.api.sms;

import java.util.Arrays;

/**
 * The default alphabet of SMS and its extension table. Codes of the extension follow an escape, so that such a
 * character is two septets. Source: 3GPP TS 23.038, 6.2.1.
 */
public final class GsmAlphabet {

    /** The code that is followed by one of the extension table. */
    public static final int ESCAPE = 0x1B;

    private static final int ESCAPED = 0x100;
    private static final short NONE = -1;

    /** By code; the escape's place is taken by a character that is not there. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int HIGHEST = 0x20AC;
    private static final short[] CODES = codes();

    private GsmAlphabet() {}

    private static short[] codes() {
        short[] codes = new short[HIGHEST + 1];
        Arrays.fill(codes, NONE);
        for (int code = 0; code < BASIC.length(); code++) {
            if (code != ESCAPE) {
                codes[BASIC.charAt(code)] = (short) code;
            }
        }
        for (int index = 0; index < EXTENSION.length(); index++) {
            codes[EXTENSION.charAt(index)] = (short) (ESCAPED | EXTENSION_CODES[index]);
        }
        return codes;
    }

    /** Whether a character is in the alphabet. */
    public static boolean holds(int character) {
        return code(character) != NONE;
    }

    /** Whether every character of a text is in the alphabet. */
    public static boolean holds(String text) {
        return text.chars().allMatch(GsmAlphabet::holds);
    }

    /** How many septets a character of the alphabet takes: 1, or 2 if it is in the extension table. */
    public static int septets(int character) {
        return code(character) < ESCAPED ? 1 : 2;
    }

    /** The last septet of a character of the alphabet; {@link #ESCAPE} goes before it where it takes two. */
    public static int septet(int character) {
        return code(character) & 0x7F;
    }

    private static int code(int character) {
        return character > HIGHEST ? NONE : CODES[character];
    }
}

package org.careunit.api.settings;

import org.careunit.api.failure.RefusedException;

/** The default alphabet of SMS and its extension. Source: 3GPP TS 23.038, 6.2.1. */
final class GsmAlphabet {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private GsmAlphabet() {}

    /** Whether every character of a text is in the alphabet. */
    static boolean holds(String text) {
        return text.chars().allMatch(character -> BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0);
    }

    /** How many septets a text takes. */
    static int length(String text) {
        return text.chars().map(GsmAlphabet::septets).sum();
    }

    private static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        if (EXTENSION.indexOf(character) >= 0) {
            return 2;
        }
        throw new RefusedException("sms: " + Character.toString(character)
                + " is not in the alphabet of SMS; write plain letters, digits and signs");
    }
}

package org.careunit.api.settings;

/** Counts how many SMS a text is. Source: 3GPP TS 23.038 and 23.040, with an 8-bit reference. */
final class SmsParts {

    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_PART = 153;
    private static final int UNITS = 70;
    private static final int UNITS_OF_PART = 67;

    private SmsParts() {}

    /** In the default alphabet if the text is in it, else in UCS-2. */
    static int of(String text) {
        return GsmAlphabet.holds(text)
                ? parts(GsmAlphabet.length(text), SEPTETS, SEPTETS_OF_PART)
                : parts(text.length(), UNITS, UNITS_OF_PART);
    }

    private static int parts(int length, int alone, int ofPart) {
        return length <= alone ? 1 : (length + ofPart - 1) / ofPart;
    }
}

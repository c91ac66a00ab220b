package org.careunit.api.identity;

import java.text.Normalizer;

/**
 * Cleans text that people paste from mails, web pages and documents, or that an editor saved with signs nobody sees:
 * Unicode blanks (no-break ones too), zero-width and other invisible signs, a byte order mark, and the many Unicode
 * dashes. Used for every identifier, key, address, number and configured value, so that the same text is read the same
 * everywhere.
 */
public final class PastedText {

    private PastedText() {}

    /** For identifiers, keys, addresses and numbers: without any blanks and invisible signs, dashes as {@code -}. */
    public static String compact(String pasted) {
        StringBuilder clean = new StringBuilder(pasted.length());
        pasted.codePoints()
                .filter(sign -> !isBlank(sign) && !isInvisible(sign))
                .map(PastedText::plainDash)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** For what is searched in a text: every blank as a plain one, dashes as {@code -}, and nothing invisible. */
    public static String spaced(String pasted) {
        StringBuilder plain = new StringBuilder(pasted.length());
        pasted.codePoints()
                .filter(sign -> !isInvisible(sign))
                .map(sign -> isBlank(sign) ? ' ' : plainDash(sign))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /**
     * For what may have blanks and line breaks inside, such as a configured value: without invisible signs anywhere and
     * without blanks around it, in the composed Unicode form (NFC). Control characters stay, for the caller to refuse.
     */
    public static String trimmed(String pasted) {
        StringBuilder clean = new StringBuilder(pasted.length());
        pasted.codePoints().filter(sign -> !isInvisible(sign)).forEach(clean::appendCodePoint);
        int from = 0;
        int to = clean.length();
        while (from < to && isBlank(clean.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(clean.charAt(to - 1))) {
            to--;
        }
        return Normalizer.normalize(clean.substring(from, to), Normalizer.Form.NFC);
    }

    /**
     * For names and other text in one line: as {@link #trimmed}, without control characters, and with one plain blank
     * for several.
     */
    public static String line(String pasted) {
        StringBuilder clean = new StringBuilder(pasted.length());
        pasted.codePoints().forEach(sign -> {
            if (isBlank(sign)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (!isInvisible(sign) && !Character.isISOControl(sign)) {
                clean.appendCodePoint(sign);
            }
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Whether it is a sign that separates words or lines, in any script. */
    private static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u0085';
    }

    /**
     * Whether it shows nothing and changes what is read: zero width, direction marks, variation selectors, unpaired
     * surrogates.
     */
    private static boolean isInvisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> isVariationSelector(sign) || isFiller(sign);
        };
    }

    private static boolean isVariationSelector(int sign) {
        return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0xE0100 && sign <= 0xE01EF);
    }

    /** Letters and marks without a shape: the combining grapheme joiner, Hangul and Khmer fillers. */
    private static boolean isFiller(int sign) {
        return switch (sign) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Dashes, hyphens and the minus sign as a hyphen-minus. */
    private static int plainDash(int sign) {
        boolean dash = Character.getType(sign) == Character.DASH_PUNCTUATION || sign == 0x2212 || sign == 0x2043;
        return dash ? '-' : sign;
    }
}

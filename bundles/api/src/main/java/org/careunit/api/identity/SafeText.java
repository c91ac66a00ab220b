package org.careunit.api.identity;

import java.util.regex.Pattern;

/**
 * SafeText as they may stand in an error: short, so that a wrong paste does not fill the log, and not at all where they
 * could hold a personal identity number.
 */
final class SafeText {

    private static final int SHOWN = 40;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{6}");

    private SafeText() {}

    /**
     * The text in quotes, as the subject of a sentence; only its length if it has six digits in a row, whatever stands
     * between them.
     */
    static String quoted(String text) {
        if (NUMBER.matcher(BETWEEN.matcher(text).replaceAll("")).find()) {
            return "What was given (" + text.length() + " characters)";
        }
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
    }
}

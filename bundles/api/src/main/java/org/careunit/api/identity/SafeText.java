package org.careunit.api.identity;

import java.util.regex.Pattern;

/**
 * Shortens and hides texts that are repeated in errors: a wrong paste does not fill the log, and what could hold a
 * personal identity number is left out.
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

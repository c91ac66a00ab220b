package org.careunit.api.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises personal identity and co-ordination numbers wherever somebody may have put one by mistake. It checks the
 * date and the check digit, so that other numbers of the same length are not taken for one, and forgives any signs
 * between the digits.
 */
final class PersonNumberDetector {

    private static final int LONGEST = 40;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern USUAL = Pattern.compile("(?<!\\d)(\\d\\d)?\\d\\d(0[1-9]|1[0-2]|00(?=[6-9]))"
            + "(0[1-9]|[12]\\d|3[01]|6\\d|[78]\\d|9[01])[-+ ]{0,5}\\d{4}(?!\\d)");

    /** The lookahead finds numbers that begin within what looks like another. */
    private static final Pattern SPACED = Pattern.compile("(?<!\\d)(?=((?:1[89]|20|(?:1[ -]{1,3}[89]|2[ -]{1,3}0))"
            + "(?:[ -]{0,3}\\d){6}[-+ ]{0,5}(?:\\d[ -]{0,3}){3}\\d|"
            + "(?:\\d\\d[ -]{0,3}){3}[-+ ]{0,5}\\d{4})(?!\\d))");

    /** With any signs between the birthday and the rest, as in {@code 19121212/1212} and {@code 1912.12.12 (1212)}. */
    private static final Pattern SIGNED = Pattern.compile(
            "(?<!\\d)(?=((?:1[89]|20)?(?:\\d\\d[-./ ]?){2}\\d\\d[^\\p{L}\\p{Nd}\\n]{1,5}\\d{4})(?!\\d))");

    private static final Pattern DIGITS = Pattern.compile("(\\d{2})?\\d{10}");
    private static final int COORDINATION_DAYS = 60;

    private PersonNumberDetector() {}

    static boolean is(String text) {
        return text.length() <= LONGEST && isNumber(SIGNS.matcher(plain(text)).replaceAll(""));
    }

    /**
     * Whether one stands in a text: with a hyphen or blanks before its last four digits, whatever its check digit; or
     * with blanks and hyphens between any of its twelve digits, or between year, month, day and the rest of ten; or
     * with any signs before the last four.
     */
    static boolean isIn(String text) {
        String plain = plain(text);
        return USUAL.matcher(plain).find()
                || Stream.of(SPACED, SIGNED)
                        .flatMap(form -> form.matcher(plain).results())
                        .anyMatch(
                                found -> isNumber(SIGNS.matcher(found.group(1)).replaceAll("")));
    }

    /** Digits of any script and shape as 0 to 9, dashes as hyphens, blanks as blanks, and nothing invisible. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        PastedText.spaced(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .codePoints()
                .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isNumber(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return false;
        }
        String ten = digits.substring(digits.length() - 10);
        return hasCheckDigit(ten)
                && (digits.length() == 12
                        ? isBirthday(digits.substring(0, 8))
                        : isBirthday("19" + ten) || isBirthday("20" + ten));
    }

    /** A day, one of a co-ordination number, or one of which day or month is unknown. */
    private static boolean isBirthday(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6, 8));
        boolean coordination = day >= COORDINATION_DAYS;
        int ofMonth = coordination ? day - COORDINATION_DAYS : day;
        if (year < 1850 || year > 2099) {
            return false;
        }
        try {
            LocalDate.of(
                    year, coordination ? Math.max(1, month) : month, coordination ? Math.max(1, ofMonth) : ofMonth);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** The Luhn sum of ten digits, every other of them doubled. */
    private static boolean hasCheckDigit(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int digit = ten.charAt(i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}

package org.careunit.api.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Recognises personal identity and co-ordination numbers wherever somebody may have put one by mistake. It checks the
 * date and the check digit, so that other numbers of the same length are not taken for one, and forgives any signs
 * between the digits.
 */
final class PersonNumberDetector {

    private static final int LONGEST = 40;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})?\\d{10}");
    private static final int COORDINATION_DAYS = 60;

    private PersonNumberDetector() {}

    static boolean is(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String digits = SIGNS.matcher(text).replaceAll("");
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

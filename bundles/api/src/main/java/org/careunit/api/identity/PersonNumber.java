package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * A personal identity number or co-ordination number in its canonical form. It never prints itself.
 *
 * @param value twelve digits; never null
 */
public record PersonNumber(String value) {

    /** Where the day begins in {@code yyyymmddnnnc}. */
    private static final int DAY = 6;

    private static final Pattern FORM = Pattern.compile("\\d{12}");

    /** @throws RefusedException if {@code value} is not twelve digits; the message does not repeat it */
    public PersonNumber {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw IdentityProblem.PERSON_NUMBER_FORM.refused();
        }
    }

    /**
     * Refuses a personal identity or co-ordination number where an identifier is expected that may be stored and
     * logged.
     *
     * @param what the identifier, as the subject of the message
     * @throws RefusedException if the text is such a number, of ten or twelve digits with any signs between them; the
     *     message does not repeat it
     */
    public static void refuseAs(String what, String text) {
        if (PersonNumberDetector.is(text)) {
            throw IdentityProblem.IS_PERSON_NUMBER.refused(what);
        }
    }

    /**
     * Whether what looks like a personal identity or co-ordination number stands in a text that is to leave, with any
     * blanks and dashes in it.
     */
    public static boolean standsIn(String text) {
        return PersonNumberDetector.isIn(text);
    }

    /** Whether this is a co-ordination number, whose day is 60 more, or 60 where the birthday is not known. */
    public boolean isCoordinationNumber() {
        return value.charAt(DAY) >= '6';
    }

    /** A word in place of the number. */
    @Override
    public String toString() {
        return "(personal identity number)";
    }
}

package org.careunit.access.internal.colleagues;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.time.SwedishTime;

/**
 * Reads personal identity numbers and co-ordination numbers as people paste them, and checks date and check digit. A
 * {@code +} says that the person turns 100 this year or has done so (law 1991:481, section 18). A co-ordination number
 * has 60 added to its day; where the birthday is unknown its month is 00, its day 60, or both.
 */
public final class PersonNumbers {

    private static final Pattern FORM = Pattern.compile("([0-9]{2})?([0-9]{2})([0-9]{4})([-+]?)([0-9]{4})");
    private static final int CO_ORDINATION = 60;
    private static final int EARLIEST_YEAR = 1850;

    private final Clock clock;

    public PersonNumbers(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedException if that is not such a number; the message does not repeat it */
    public PersonNumber read(String pasted) {
        Matcher parts = FORM.matcher(PastedText.compact(pasted));
        if (!parts.matches()) {
            throw refused();
        }
        String century = parts.group(1) == null
                ? century(Integer.parseInt(parts.group(2)), parts.group(4).equals("+"))
                : parts.group(1);
        return checked(century + parts.group(2) + parts.group(3) + parts.group(5));
    }

    private String century(int year, boolean hundred) {
        int latest = today().getYear() - (hundred ? 100 : 0);
        return Integer.toString((latest - Math.floorMod(latest - year, 100)) / 100);
    }

    private PersonNumber checked(String twelve) {
        LocalDate earliest = earliestBirthday(
                Integer.parseInt(twelve.substring(0, 4)),
                Integer.parseInt(twelve.substring(4, 6)),
                Integer.parseInt(twelve.substring(6, 8)));
        if (earliest.isAfter(today()) || earliest.getYear() < EARLIEST_YEAR || !hasCheckDigit(twelve)) {
            throw refused();
        }
        return new PersonNumber(twelve);
    }

    /** The birthday; where a part of it is unknown, the first day that it can be. */
    private static LocalDate earliestBirthday(int year, int month, int day) {
        boolean coordination = day >= CO_ORDINATION;
        int knownMonth = coordination && month == 0 ? 1 : month;
        int knownDay = day == CO_ORDINATION ? 1 : coordination ? day - CO_ORDINATION : day;
        try {
            return LocalDate.of(year, knownMonth, knownDay);
        } catch (DateTimeException noDate) {
            throw refused();
        }
    }

    /** The Luhn rule over the last ten digits. */
    private static boolean hasCheckDigit(String twelve) {
        int sum = 0;
        for (int place = 2; place < twelve.length(); place++) {
            int product = (twelve.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }

    private static RefusedException refused() {
        return AccessProblem.PERSON_NUMBER.refused();
    }
}

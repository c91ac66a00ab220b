package org.careunit.access.internal;

import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PersonNumber;

/**
 * Reads personal identity numbers and co-ordination numbers as people paste them. The library checks date and check digit; it is
 * handed the century, since by itself it would go by this machine's clock. A {@code +} says that the person turns 100 this year or has
 * done so (law 1991:481, section 18).
 */
final class PersonNumbers {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Pattern FORM = Pattern.compile("(\\d{2})?(\\d{2})(\\d{4})([-+]?)(\\d{4})");

    private final Clock clock;

    PersonNumbers(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedException if that is not such a number; the message does not repeat it */
    PersonNumber read(String pasted) {
        Matcher parts = FORM.matcher(pasted.strip());
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
        try {
            Personnummer number = Personnummer.parse(twelve);
            if (number.getDate().toLocalDate().isAfter(today())) {
                throw refused();
            }
            return new PersonNumber(twelve);
        } catch (PersonnummerException wrong) {
            throw refused();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private static RefusedException refused() {
        return new RefusedException(
                "This is not a personal identity number or co-ordination number: its form, its date or its check"
                        + " digit is wrong. Write 10 or 12 digits, with a hyphen (or a plus sign for who is 100 years old) before"
                        + " the last four or without");
    }
}

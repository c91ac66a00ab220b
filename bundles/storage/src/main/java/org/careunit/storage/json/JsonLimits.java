package org.careunit.storage.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Limits of JSON from outside; {@link RecordJson} writes nothing beyond them. */
public final class JsonLimits {

    /** The longest text of one document, in characters. */
    public static final int DOCUMENT_CHARACTERS = 500_000;

    /** The longest text of a configuration of a whole unit, in characters. */
    public static final int CONFIGURATION_CHARACTERS = 5_000_000;

    /** The deepest level of objects and lists within each other; what we write ourselves has eight levels at most. */
    public static final int DEPTH = 32;

    /** How many values there may be in one document: objects, lists and what is in them. */
    public static final int VALUES = 50_000;

    /** The longest number, in characters. */
    public static final int NUMBER_CHARACTERS = 40;

    /** The longest text of a day, an instant, a duration or a period, in characters. */
    public static final int TIME_CHARACTERS = 40;

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2200;

    private static final Instant FIRST = start(FIRST_YEAR);
    private static final Instant END = start(LAST_YEAR + 1);

    private JsonLimits() {}

    /** @throws DateTimeException if the day is not within the years {@value #FIRST_YEAR} to {@value #LAST_YEAR} */
    public static LocalDate day(LocalDate day) {
        require(day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        return day;
    }

    /** @throws DateTimeException if the instant, in UTC, is not within those years */
    public static Instant instant(Instant instant) {
        require(!instant.isBefore(FIRST) && instant.isBefore(END));
        return instant;
    }

    private static void require(boolean within) {
        if (!within) {
            throw new DateTimeException("The year is not within " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

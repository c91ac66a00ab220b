package org.careunit.api.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/** The time zone of every local date and time in Careunit, and how people read dates and times in Swedish. */
public final class SwedishTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("sv-SE"));

    private SwedishTime() {}

    /** A day as people read it, for example "5 juli 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** An instant as people read it, for example "5 juli 2026 klockan 8.30"; without minutes on the hour. */
    public static String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(ZONE);
        return day(local.toLocalDate()) + " klockan " + clock(local.toLocalTime());
    }

    /** A time of day as people read it, for example "8.30", or "8" on the hour. */
    public static String clock(LocalTime time) {
        return time.getMinute() == 0
                ? Integer.toString(time.getHour())
                : String.format(Locale.ROOT, "%d.%02d", time.getHour(), time.getMinute());
    }

    /**
     * An instant that a caller names.
     *
     * @param path what names it
     * @throws RefusedException if it is not of the years 1900 to 9999, beyond which calendars and stores give out
     */
    public static Instant within(String path, Instant instant) {
        boolean isNear = instant.isAfter(Instant.EPOCH.minus(Duration.ofDays(36_525)))
                && instant.isBefore(Instant.EPOCH.plus(Duration.ofDays(2_940_000)));
        int year = isNear ? instant.atZone(ZONE).getYear() : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw ValueProblem.YEAR.refusedAt(path, FIRST_YEAR, LAST_YEAR);
        }
        return instant;
    }
}

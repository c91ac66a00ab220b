package org.careunit.api.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/** The time zone of every local date and time in Careunit. */
public final class SwedishTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private SwedishTime() {}

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

package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.clocks.CaseProgress.Rest;

/**
 * Counts a unit's working days. A day counts for a clock that runs when it begins, so the days of receipt, reopening
 * and resuming never count and that of a counter-question does.
 */
final class WorkingDayClock {

    /** How far a working day is looked for: a unit may have closed for as long as it likes. */
    static final int HORIZON_DAYS = 3_660;

    static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final ClosedDays calendar;

    WorkingDayClock(ClosedDays calendar) {
        this.calendar = calendar;
    }

    /** 08:00 of the working day after the last of so many counted days; empty if the horizon comes first. */
    Optional<Instant> momentAfter(int days, Instant start, List<Rest> rests) {
        LocalDate last = day(start);
        int counted = 0;
        LocalDate horizon = horizon(start, rests);
        while (counted < days && last.isBefore(horizon)) {
            last = last.plusDays(1);
            if (calendar.isWorkingDay(last) && isRunningAtStartOf(last, rests)) {
                counted++;
            }
        }
        return counted < days ? Optional.empty() : opensAfter(last);
    }

    /** 08:00 of the first working day after the day of an instant. */
    Optional<Instant> opensAfterDayOf(Instant instant) {
        return opensAfter(day(instant));
    }

    /** The instant itself on a working day from 08:00 to 17:00, else the next working day's 08:00. */
    Optional<Instant> leavesFrom(Instant instant) {
        LocalDate today = day(instant);
        LocalTime time = instant.atZone(SwedishTime.ZONE).toLocalTime();
        if (calendar.isWorkingDay(today) && time.isBefore(CLOSES)) {
            return Optional.of(time.isBefore(OPENS) ? opening(today) : instant);
        }
        return opensAfter(today);
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(SwedishTime.ZONE).toLocalDate();
    }

    static Instant opening(LocalDate day) {
        return day.atTime(OPENS).atZone(SwedishTime.ZONE).toInstant();
    }

    private Optional<Instant> opensAfter(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(1L + HORIZON_DAYS))
                .filter(calendar::isWorkingDay)
                .findFirst()
                .map(WorkingDayClock::opening);
    }

    private static boolean isRunningAtStartOf(LocalDate day, List<Rest> rests) {
        return rests.stream()
                .noneMatch(rest -> day(rest.from()).isBefore(day)
                        && rest.until().map(end -> !day(end).isBefore(day)).orElse(true));
    }

    /** A rest of years must not use it up. */
    private static LocalDate horizon(Instant start, List<Rest> rests) {
        Instant latest =
                rests.stream().flatMap(rest -> rest.until().stream()).reduce(start, (a, b) -> a.isAfter(b) ? a : b);
        return day(latest).plusDays(HORIZON_DAYS);
    }
}

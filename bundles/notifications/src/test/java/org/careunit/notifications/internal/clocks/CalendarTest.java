package org.careunit.notifications.internal.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.model.Workdays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Working days and quiet hours on every day of a hundred years, over holidays, leap days, changes of the year and of
 * the clock; against holidays that were computed another way.
 */
class CalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final WorkingDayClock CLOCK = new WorkingDayClock(ClosedDays.NONE);

    @Test
    void theTwoComputationsOfHolidaysAgree() {
        assertThat(days().filter(day -> ClosedDays.NONE.isWorkingDay(day) != Workdays.isWorking(day, ClosedDays.NONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aClockThatStartsOnAnyDayRemindsOnTheRightMorning(int workingDays) {
        days().forEach(day -> {
            LocalDate reminded = day;
            for (int left = workingDays + 1; left > 0; left -= isWorking(reminded) ? 1 : 0) {
                reminded = reminded.plusDays(1);
            }
            assertThat(CLOCK.momentAfter(workingDays, local(day, LocalTime.of(23, 59, 59)), List.of()))
                    .as("from %s", day)
                    .contains(local(reminded, LocalTime.of(8, 0)));
        });
    }

    @Test
    void staffAreToldOnWorkingDaysFromEightToFive() {
        days().forEach(day -> {
            Instant opening = local(day, LocalTime.of(8, 0));
            Instant next = local(workingDayAfter(day), LocalTime.of(8, 0));
            Instant before = local(day, LocalTime.of(7, 59, 59));
            Instant last = local(day, LocalTime.of(16, 59, 59));
            boolean works = isWorking(day);
            assertThat(CLOCK.leavesFrom(before)).as("%s", day).contains(works ? opening : next);
            assertThat(CLOCK.leavesFrom(opening)).as("%s", day).contains(works ? opening : next);
            assertThat(CLOCK.leavesFrom(last)).as("%s", day).contains(works ? last : next);
            assertThat(CLOCK.leavesFrom(local(day, LocalTime.of(17, 0))))
                    .as("%s", day)
                    .contains(next);
        });
    }

    /** An hour earlier or later is still the same day, and the right hour of it. */
    @Test
    void noDayIsMissedOrDoubledWhereTheClockIsChanged() {
        changes().forEach(change -> {
            LocalDate day = change.getDateTimeBefore().toLocalDate();
            Instant friday = local(day.minusDays(2), LocalTime.of(12, 0));
            Instant reminded = CLOCK.momentAfter(1, friday, List.of()).orElseThrow();
            assertThat(reminded.atZone(SwedishTime.ZONE).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
            for (int hours = -1; hours <= 1; hours++) {
                Instant about = change.getInstant().plus(Duration.ofHours(hours));
                assertThat(CLOCK.momentAfter(1, about, List.of()))
                        .as("%s", about)
                        .contains(CLOCK.momentAfter(1, local(day, LocalTime.NOON), List.of())
                                .orElseThrow());
            }
        });
    }

    static Stream<QuietHours> quietHours() {
        return Stream.of(
                QuietHours.DEFAULT,
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30)),
                new QuietHours(LocalTime.of(2, 15), LocalTime.of(2, 45)),
                new QuietHours(LocalTime.of(0, 0), LocalTime.of(3, 0)),
                new QuietHours(LocalTime.of(12, 0), LocalTime.of(11, 0)));
    }

    /** Every minute of every day on which the clock is changed, and of each change of the year and leap day. */
    @ParameterizedTest
    @MethodSource("quietHours")
    void whatIsHeldBackLeavesInTheFirstMinuteThatIsNotQuiet(QuietHours hours) {
        Stream<LocalDate> others = IntStream.rangeClosed(2000, 2100)
                .boxed()
                .flatMap(year -> Stream.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 3, 1)));
        Stream.concat(changes().map(change -> change.getDateTimeBefore().toLocalDate()), others)
                .forEach(day -> {
                    Instant begin =
                            day.minusDays(1).atStartOfDay(SwedishTime.ZONE).toInstant();
                    Instant end = day.plusDays(3).atStartOfDay(SwedishTime.ZONE).toInstant();
                    Instant leaves = null;
                    for (Instant at = end; !at.isBefore(begin); at = at.minusSeconds(60)) {
                        leaves = isQuiet(hours, at) ? leaves : at;
                        if (leaves != null) {
                            assertThat(hours.sendableFrom(at)).isEqualTo(leaves);
                        }
                    }
                });
    }

    private static boolean isQuiet(QuietHours hours, Instant at) {
        int minute = minute(at.atZone(SwedishTime.ZONE).toLocalTime());
        int from = minute(hours.from());
        int length = Math.floorMod(minute(hours.to()) - from, 1_440);
        return Math.floorMod(minute - from, 1_440) < length;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }

    private static boolean isWorking(LocalDate day) {
        return Workdays.isWorking(day, ClosedDays.NONE);
    }

    private static LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return isWorking(next) ? next : workingDayAfter(next);
    }

    private static Stream<ZoneOffsetTransition> changes() {
        Instant first = FIRST.atStartOfDay(SwedishTime.ZONE).toInstant();
        return Stream.iterate(
                        SwedishTime.ZONE.getRules().nextTransition(first),
                        change -> SwedishTime.ZONE.getRules().nextTransition(change.getInstant()))
                .takeWhile(change -> change.getDateTimeBefore().getYear() <= LAST.getYear());
    }

    private static Instant local(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, SwedishTime.ZONE).toInstant();
    }
}

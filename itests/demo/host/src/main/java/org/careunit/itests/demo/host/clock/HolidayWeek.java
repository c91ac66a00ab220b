package org.careunit.itests.demo.host.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.careunit.api.time.SwedishCalendar;

/**
 * A week with one public holiday on its Wednesday, Thursday or Friday, and an ordinary week behind it.
 *
 * @param monday its first day
 */
public record HolidayWeek(LocalDate monday) {

    /** The first that begins after a day. */
    public static HolidayWeek after(LocalDate day) {
        return Stream.iterate(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), monday -> monday.plusWeeks(1))
                .map(HolidayWeek::new)
                .filter(HolidayWeek::isOne)
                .findFirst()
                .orElseThrow();
    }

    /** The week of a day. */
    public static HolidayWeek of(LocalDate day) {
        return new HolidayWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    private boolean isOne() {
        return holidays(2, 4) == 1 && holidays(0, 1) == 0 && holidays(7, 11) == 0;
    }

    private long holidays(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(monday::plusDays)
                .filter(day -> !SwedishCalendar.isWorkingDay(day))
                .count();
    }

    /** The holiday. */
    public LocalDate holiday() {
        return LongStream.rangeClosed(2, 4)
                .mapToObj(monday::plusDays)
                .filter(day -> !SwedishCalendar.isWorkingDay(day))
                .findFirst()
                .orElseThrow();
    }

    /** The first working day from its Wednesday on. */
    public LocalDate afterTuesday() {
        return monday.plusDays(2).equals(holiday()) ? monday.plusDays(3) : monday.plusDays(2);
    }
}

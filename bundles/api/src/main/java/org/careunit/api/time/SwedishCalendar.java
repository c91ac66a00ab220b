package org.careunit.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The working days of Sweden: Monday to Friday, without the public holidays of law 1989:253 and without Midsummer,
 * Christmas and New Year's Eve. A unit has closed days beside these: {@code ClosedDays.isWorkingDay}.
 */
public final class SwedishCalendar {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    /** Good Friday, Easter Monday and Ascension Day, in days after Easter Sunday. */
    private static final Set<Long> AFTER_EASTER = Set.of(-2L, 1L, 39L);

    private static final long WHIT_MONDAY = 50;

    /** From here on the national day is a public holiday in place of Whit Monday (law 2004:1320). */
    private static final int NATIONAL_DAY_SINCE = 2005;

    private SwedishCalendar() {}

    /** Whether a day, in Europe/Stockholm, is a working day. */
    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !FIXED.contains(MonthDay.from(day))
                && !isMidsummerEve(day)
                && !followsEaster(day)
                && !isNationalDay(day);
    }

    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
    }

    private static boolean followsEaster(LocalDate day) {
        long after = ChronoUnit.DAYS.between(easter(day.getYear()), day);
        return AFTER_EASTER.contains(after) || (after == WHIT_MONDAY && day.getYear() < NATIONAL_DAY_SINCE);
    }

    private static boolean isNationalDay(LocalDate day) {
        return day.getYear() >= NATIONAL_DAY_SINCE && day.getMonth() == Month.JUNE && day.getDayOfMonth() == 6;
    }

    /** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}

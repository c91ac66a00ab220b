package org.careunit.notifications.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.careunit.api.settings.ClosedDays;

/** Working days of a unit, computed from the law apart from the product: Easter by Gauss, no list of holidays. */
public final class Workdays {

    /** Days after Easter Sunday: Good Friday, Easter Monday, Ascension. */
    private static final Set<Long> BY_EASTER = Set.of(-2L, 1L, 39L);

    /** Until 2004 Whit Monday, since then the national day. */
    private static final long WHIT_MONDAY = 50;

    private static final int NATIONAL_DAY = 2005;

    private Workdays() {}

    /** Whether a unit with these closed days works on a day. */
    public static boolean isWorking(LocalDate day, ClosedDays closed) {
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !isWeekend
                && !isFixed(day)
                && !isMidsummerEve(day)
                && !isByEaster(day)
                && closed.days().stream()
                        .noneMatch(range -> day.compareTo(range.first()) >= 0 && day.compareTo(range.last()) <= 0);
    }

    private static boolean isFixed(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 6;
            case MAY -> day.getDayOfMonth() == 1;
            case JUNE -> day.getDayOfMonth() == 6 && day.getYear() >= NATIONAL_DAY;
            case DECEMBER -> Set.of(24, 25, 26, 31).contains(day.getDayOfMonth());
            default -> false;
        };
    }

    private static boolean isByEaster(LocalDate day) {
        long after = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return BY_EASTER.contains(after) || (after == WHIT_MONDAY && day.getYear() < NATIONAL_DAY);
    }

    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
    }

    /** By Gauss' rule for 1900 to 2199. */
    private static LocalDate easter(int year) {
        int shift = year < 2100 ? 5 : 6;
        int moon = (19 * (year % 19) + 24) % 30;
        int week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + shift) % 7;
        int days = moon + week;
        boolean isWeekEarlier = days == 35 || (moon == 28 && week == 6 && year % 19 > 10);
        return LocalDate.of(year, Month.MARCH, 22).plusDays(isWeekEarlier ? days - 7L : days);
    }
}

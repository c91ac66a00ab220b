package org.careunit.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwedishCalendarTest {

    /** Every day of 2000 to 2100 against a table that was made by somebody else's code. */
    @ParameterizedTest
    @CsvFileSource(resources = "swedish-days-off.csv", numLinesToSkip = 4)
    void agreesWithAnIndependentTable(int year, String days) {
        List<LocalDate> expected = Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        List<LocalDate> off = new ArrayList<>();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .filter(day -> !SwedishCalendar.isWorkingDay(day))
                .forEach(off::add);
        assertThat(off).isEqualTo(expected);
    }

    @Property
    void noSaturdayOrSundayIsAWorkingDay(@ForAll @IntRange(max = 100_000) int offset) {
        LocalDate day = LocalDate.of(1990, 1, 1).plusDays(offset);
        if (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            assertThat(SwedishCalendar.isWorkingDay(day)).isFalse();
        }
    }

    /** The longest stretch is Christmas when its eve is a Wednesday. */
    @Test
    void afterFiveDaysOffComesAWorkingDay() {
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2101, 1, 1))
                .forEach(day -> assertThat(day.datesUntil(day.plusDays(6))).anyMatch(SwedishCalendar::isWorkingDay));
    }

    /** Days that people take for public holidays. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-04-02", "2026-01-05", "2026-04-30", "2026-05-15", "2026-10-30", "2026-05-25"})
    void theDaysAroundHolidaysAreWorkingDays(LocalDate day) {
        assertThat(SwedishCalendar.isWorkingDay(day)).isTrue();
    }
}

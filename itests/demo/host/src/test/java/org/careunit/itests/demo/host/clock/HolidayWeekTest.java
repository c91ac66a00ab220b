package org.careunit.itests.demo.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.careunit.api.time.SwedishCalendar;
import org.junit.jupiter.api.Test;

class HolidayWeekTest {

    @Test
    void isThatOfEpiphany() {
        HolidayWeek week = HolidayWeek.after(LocalDate.of(2026, 12, 1));
        assertThat(week.monday()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(week.holiday()).isEqualTo(LocalDate.of(2027, 1, 6));
        assertThat(week.afterTuesday()).isEqualTo(LocalDate.of(2027, 1, 7));
    }

    @Test
    void isThatOfAscensionDay() {
        HolidayWeek week = HolidayWeek.after(LocalDate.of(2027, 4, 1));
        assertThat(week.holiday()).isEqualTo(LocalDate.of(2027, 5, 6));
        assertThat(week.afterTuesday()).isEqualTo(LocalDate.of(2027, 5, 5));
    }

    @Test
    void isAheadWheneverTheDemoIsShown() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2060; day = day.plusDays(1)) {
            HolidayWeek week = HolidayWeek.after(day);
            assertThat(week.monday()).isAfter(day).isBefore(day.plusYears(2));
            assertThat(week.monday().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(SwedishCalendar.isWorkingDay(week.holiday())).isFalse();
            assertThat(SwedishCalendar.isWorkingDay(week.afterTuesday())).isTrue();
        }
    }
}

package org.careunit.settings.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.UnitSettings;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;

/** A unit that has closed every day is told so. */
class CalendarCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Test
    void aUnitWithWorkingDaysIsReady() {
        assertThat(look(ClosedDays.NONE).reasons()).isEmpty();
        assertThat(look(closed(TODAY, TODAY.plusDays(CalendarCheck.DAYS - 2))).reasons())
                .isEmpty();
    }

    @Test
    void aUnitThatIsClosedEveryDayIsTold() {
        assertThat(look(closed(TODAY, TODAY.plusDays(365))).reasons())
                .singleElement()
                .asString()
                .contains("har stängt alla de närmaste");
    }

    private static ClosedDays closed(LocalDate first, LocalDate last) {
        return new ClosedDays(List.of(new ClosedDays.Closed(first, last, "Stängt")));
    }

    private static CheckResult look(ClosedDays calendar) {
        UnitSettings settings = Stub.of(UnitSettings.class, "read", asked -> new Versioned<>(calendar, 1));
        Clock clock = Clock.fixed(Instant.parse(TODAY + "T10:00:00Z"), ZoneOffset.UTC);
        return new CalendarCheck(settings, clock)
                .check(new CheckRequest(new HsaId("SE1111111111-UNIT1"), Optional.empty()));
    }
}

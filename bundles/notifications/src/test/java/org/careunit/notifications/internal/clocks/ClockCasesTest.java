package org.careunit.notifications.internal.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.notifications.internal.clocks.ClockRules.THE_BEGINNING;
import static org.careunit.notifications.internal.clocks.ClockRules.closed;
import static org.careunit.notifications.internal.clocks.ClockRules.handlingDays;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.clocks.Forecast.Reason;
import org.careunit.notifications.internal.clocks.Forecast.Reminds;
import org.careunit.notifications.internal.clocks.Forecast.Silent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Moments with their right answers. */
class ClockCasesTest {

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final Map<String, CaseChange> CHANGES = Map.of(
            "received", new CaseChange.Received(new CaseTypeKey("kontakta-mig")),
            "given", new CaseChange.Given(ANNA, ANNA),
            "part", new CaseChange.PartReplied(),
            "question", new CaseChange.CounterQuestionAsked(),
            "reply", new CaseChange.ResidentReplied(),
            "answered", new CaseChange.Answered(),
            "read", new CaseChange.AnswerRead(),
            "reopened", new CaseChange.Reopened(),
            "withdrawn", new CaseChange.Withdrawn(),
            "closed", new CaseChange.Closed());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "reminders.csv", numLinesToSkip = 1)
    void staffAreReminded(
            String name,
            String received,
            int days,
            String closedDays,
            LocalDate lastDay,
            OffsetDateTime local,
            Instant expected) {
        Instant at = OffsetDateTime.parse(received).toInstant();
        ClockSettings settings = handlingDays(days, closed(dates(closedDays)));
        CaseProgress progress = CaseProgress.NONE.with(CHANGES.get("received"), at);

        Forecast forecast = CaseClocks.forecast(progress, settings, at).get(CaseClock.OVERDUE);

        assertThat(forecast).as(name).isEqualTo(new Reminds(expected, expected));
        assertThat(local.toInstant()).isEqualTo(expected);
        assertThat(lastDay).isBefore(local.toLocalDate());
        assertThat(lastDay.plusDays(1).datesUntil(local.toLocalDate()))
                .noneMatch(day -> settings.calendar().isWorkingDay(day));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "rounds.csv", numLinesToSkip = 3)
    void clocksFollowTheRounds(String name, String settings, String events, LocalDateTime now, String expected) {
        CaseProgress progress = CaseProgress.NONE;
        for (String event : events.split(" ")) {
            String[] parts = event.split("@");
            progress = parts[0].equals("reminded")
                    ? progress.withReminded(CaseClock.OVERDUE)
                    : progress.with(CHANGES.get(parts[0]), instant(parts[1]));
        }
        Map<CaseClock, Forecast> forecast = CaseClocks.forecast(
                progress, settings(settings), now.atZone(SwedishTime.ZONE).toInstant());
        for (String one : expected.split(" ")) {
            expect(name, forecast, one);
        }
    }

    /** It is found out in no time, and neither reminds for ever. */
    @Test
    void aUnitThatIsClosedEveryDayRemindsNobodyOfItsStaff() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        ClosedDays always = new ClosedDays(Stream.iterate(first, day -> day.plusDays(366))
                .limit(ClosedDays.MOST)
                .map(day -> new ClosedDays.Closed(day, day.plusDays(365), "Stängt"))
                .toList());
        CaseProgress progress = CaseProgress.NONE.with(CHANGES.get("received"), instant("2026-03-03T10:00"));

        Map<CaseClock, Forecast> forecast =
                CaseClocks.forecast(progress, handlingDays(1, always), instant("2026-03-03T10:00"));

        assertThat(forecast.get(CaseClock.OVERDUE)).isEqualTo(new Silent(Reason.NO_WORKING_DAY));
    }

    @Test
    void aRestOfManyYearsDoesNotUseUpTheHorizon() {
        CaseProgress progress = CaseProgress.NONE
                .with(CHANGES.get("received"), instant("2026-03-03T10:00"))
                .with(CHANGES.get("question"), instant("2026-03-03T11:00"))
                .with(CHANGES.get("reply"), instant("2046-03-05T10:00"));

        Forecast forecast = CaseClocks.forecast(progress, handlingDays(250, ClosedDays.NONE), THE_BEGINNING)
                .get(CaseClock.OVERDUE);

        assertThat(forecast.leaving()).hasValueSatisfying(at -> assertThat(at)
                .isBetween(instant("2047-01-01T08:00"), instant("2047-05-01T08:00")));
    }

    private static void expect(String name, Map<CaseClock, Forecast> forecast, String expected) {
        String[] parts = expected.split("[@=]");
        Forecast actual = forecast.get(CaseClock.valueOf(parts[0]));
        if (expected.contains("@")) {
            assertThat(actual.leaving()).as(name + ": " + actual).contains(instant(parts[1]));
        } else {
            assertThat(actual).as(name).isEqualTo(new Silent(Reason.valueOf(parts[1])));
        }
    }

    private static ClockSettings settings(String text) {
        Map<String, String> said = Arrays.stream((text == null ? "" : text).split(" "))
                .filter(part -> part.contains("="))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return ClockRules.of(
                !"off".equals(text),
                said.containsKey("since") ? instant(said.get("since")) : THE_BEGINNING,
                Integer.parseInt(said.getOrDefault("days", "3")),
                Integer.parseInt(said.getOrDefault("promise", "0")),
                LocalTime.parse(said.getOrDefault("quiet", "08:00")));
    }

    private static List<LocalDate> dates(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(LocalDate::parse).toList();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}

package org.careunit.notifications.internal.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.settings.QuietHours;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.clocks.Forecast.Reminds;

/** A case's life on a virtual clock gives the reminders that a walk through its days, written apart, says it must. */
class ClockPropertyTest {

    /** Easter, May, Ascension and a clock change are within the time that follows. */
    private static final Instant RECEIVED = Instant.parse("2026-03-20T09:00:17Z");

    private static final CaseChange RECEIPT = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));

    record Event(CaseChange change, Instant at) {}

    record Life(List<Event> events, ClockSettings settings) {}

    record Reminder(CaseClock clock, int round, Instant at) {}

    @Property(tries = 5_000)
    void aLifeOnAVirtualClock(@ForAll("lives") Life life) {
        assertThat(replay(life)).isEqualTo(new DayByDayOracle(life).reminders());
    }

    /** A reminder that was made known beforehand comes then, if nothing happens meanwhile. */
    @Property
    void asTimePassesTheForecastStays(@ForAll("lives") Life life) {
        CaseProgress progress = CaseProgress.NONE;
        for (Event event : life.events()) {
            progress = progress.with(event.change(), event.at());
            Instant last = event.at();
            for (Map.Entry<CaseClock, Forecast> one :
                    CaseClocks.forecast(progress, life.settings(), last).entrySet()) {
                if (one.getValue() instanceof Reminds reminds) {
                    assertThat(CaseClocks.forecast(progress, life.settings(), reminds.leaves())
                                    .get(one.getKey()))
                            .isEqualTo(reminds);
                }
            }
        }
    }

    /** Takes what has come due before each event, as a sweeper does that is never late. */
    private static List<Reminder> replay(Life life) {
        CaseProgress progress = CaseProgress.NONE;
        List<Reminder> reminders = new ArrayList<>();
        List<Event> events = life.events();
        for (int i = 0; i < events.size(); i++) {
            progress = progress.with(events.get(i).change(), events.get(i).at());
            Instant until = i + 1 < events.size() ? events.get(i + 1).at() : Instant.MAX;
            for (CaseClock clock : CaseClock.values()) {
                Forecast forecast = CaseClocks.forecast(
                                progress, life.settings(), events.get(i).at())
                        .get(clock);
                if (forecast instanceof Reminds reminds && reminds.leaves().isBefore(until)) {
                    reminders.add(new Reminder(clock, progress.round(), reminds.leaves()));
                    progress = progress.withReminded(clock);
                }
            }
        }
        return DayByDayOracle.sorted(reminders);
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<ClockSettings> settings = Combinators.combine(
                        Arbitraries.integers().between(0, 70).set().ofMaxSize(8),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 4))
                .as((closed, days, promise) ->
                        ClockRules.of(ClockRules.closed(dates(closed)), days, promise, QuietHours.DEFAULT));
        Arbitrary<List<Event>> events = Combinators.combine(
                        mostlyQuestions(), Arbitraries.integers().between(1, 4_000))
                .as((change, minutes) -> Map.entry(change, Duration.ofMinutes(minutes)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(ClockPropertyTest::oneAfterTheOther);
        return Combinators.combine(events, settings).as(Life::new);
    }

    /** Resting is where most of the rules are. */
    private static Arbitrary<CaseChange> mostlyQuestions() {
        return Arbitraries.oneOf(
                Events.changes(),
                Arbitraries.of(new CaseChange.CounterQuestionAsked(), new CaseChange.ResidentReplied()));
    }

    private static List<LocalDate> dates(Set<Integer> offsets) {
        LocalDate first = LocalDate.of(2026, 3, 20);
        return new TreeSet<>(offsets).stream().map(first::plusDays).toList();
    }

    private static List<Event> oneAfterTheOther(List<Map.Entry<CaseChange, Duration>> steps) {
        List<Event> events = new ArrayList<>(List.of(new Event(RECEIPT, RECEIVED)));
        Instant at = RECEIVED;
        for (Map.Entry<CaseChange, Duration> step : steps) {
            at = at.plus(step.getValue());
            events.add(new Event(step.getKey(), at));
        }
        return events;
    }
}

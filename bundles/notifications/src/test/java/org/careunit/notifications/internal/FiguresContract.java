package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.figures.Figures;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit's figures, on either store. */
abstract class FiguresContract {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;
    private Figures figures;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        platform = new VirtualPlatform(store, base, at("2026-03-02T10:00"));
        platform.town.turnOn("reception@example.org");
        CaseTypeChoices choices = Stub.of(
                CaseTypeChoices.class,
                "history",
                asked -> List.of(promise(2, 10, "2026-03-20T00:00"), promise(1, 2, "2026-01-01T00:00")));
        CaseTypeCatalogue catalogue = Stub.of(CaseTypeCatalogue.class, "history", asked -> List.of());
        figures = new Figures(
                store,
                choices,
                catalogue,
                platform.town.settings,
                FakeAccess.platform(),
                SettableClock.showing(() -> platform.now()));
    }

    private static Saved<UnitChoice> promise(long version, int days, String since) {
        TypeSettings settings = new TypeSettings(
                Optional.empty(),
                OptionalInt.of(days),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Saved<>(version, Optional.of(new UnitChoice(true, settings)), "staff:test", at(since), List.of());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aMonthIsCountedByWhatWasPromisedThen() {
        platform.happens("in-time", RECEIVED);
        platform.happens("late", RECEIVED);
        platform.happens("open", RECEIVED);
        platform.happens("withdrawn", RECEIVED);
        platform.happens("withdrawn", new CaseChange.Withdrawn());
        platform.until(at("2026-03-04T10:00"));
        platform.happens("in-time", new CaseChange.Answered());
        platform.until(at("2026-03-05T10:00"));
        platform.happens("late", new CaseChange.Answered());
        platform.until(at("2026-03-06T10:00"));
        assertThat(march()).satisfies(counted -> {
            assertThat(counted.received()).isEqualTo(4);
            assertThat(counted.withdrawn()).isEqualTo(1);
            assertThat(counted.open()).isEqualTo(1);
            assertThat(counted.overdue()).isEqualTo(1);
            assertThat(counted.answered()).isEqualTo(2);
            assertThat(counted.inTime()).isEqualTo(1);
            assertThat(counted.shareInTime()).isEqualTo(OptionalDouble.of(1 / 3.0));
            assertThat(counted.answer().median()).isEqualTo(OptionalDouble.of(2.5));
            assertThat(counted.answer().ninetieth()).isEqualTo(OptionalDouble.of(3));
            assertThat(counted.reminders()).isEqualTo(1);
        });
    }

    /** Weekend and rest are no working days of staff; the first reply is the question. */
    @Test
    void daysOnWhichTheCaseRestedDoNotCount() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-03T10:00"));
        platform.happens("c-1", new CaseChange.CounterQuestionAsked());
        platform.until(at("2026-03-09T10:00"));
        platform.happens("c-1", new CaseChange.ResidentReplied());
        platform.until(at("2026-03-10T10:00"));
        platform.happens("c-1", new CaseChange.Answered());
        assertThat(march().firstReply().median()).isEqualTo(OptionalDouble.of(1));
        assertThat(march().answer().median()).isEqualTo(OptionalDouble.of(2));
        assertThat(march().inTime()).isEqualTo(1);
    }

    @Test
    void ofACaseThatWasReopenedTheFirstAnswerCounts() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-03T10:00"));
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-17T10:00"));
        platform.happens("c-1", new CaseChange.Reopened());
        platform.until(at("2026-03-25T10:00"));
        assertThat(march()).satisfies(counted -> {
            assertThat(counted.answered()).isEqualTo(1);
            assertThat(counted.inTime()).isEqualTo(1);
            assertThat(counted.answer().median()).isEqualTo(OptionalDouble.of(1));
        });
    }

    /** Midnight is the one of Stockholm. */
    @Test
    void aCaseBelongsToItsMonthOfReceiptInSweden() {
        platform.happens("march", RECEIVED, at("2026-03-31T23:59"));
        platform.happens("april", RECEIVED, at("2026-04-01T00:00"));
        assertThat(figures.service().months(OPERATOR, Events.UNIT, MARCH, MARCH.plusMonths(1)))
                .extracting(MonthFigures::month)
                .containsExactly(MARCH, MARCH.plusMonths(1));
        assertThat(march().received()).isEqualTo(1);
    }

    @Test
    void aMonthIsStoredBeforeItsFirstCaseIsRemovedAndStaysAsItWas() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.happens("c-1", new CaseChange.Closed());
        List<StoredCase> ended =
                List.of(store.cases().find(new CaseRef(Events.UNIT, "c-1")).orElseThrow());
        MonthFigures before = march();
        assertThat(figures.hold(ended)).isEqualTo(Set.of(new CaseRef(Events.UNIT, "c-1")));
        figures.runStoreJobs();
        assertThat(figures.hold(ended)).isEmpty();
        store.execute("DELETE FROM cases");
        assertThat(march()).isEqualTo(before);
    }

    @Test
    void tooManyMonthsAreRefused() {
        UnitFigures service = figures.service();
        assertThatThrownBy(() -> service.months(OPERATOR, Events.UNIT, MARCH, MARCH.minusMonths(1)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> service.months(OPERATOR, Events.UNIT, MARCH, MARCH.plusMonths(36)))
                .isInstanceOf(RefusedException.class);
    }

    private MonthFigures march() {
        return figures.service().months(OPERATOR, Events.UNIT, MARCH, MARCH).get(0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}

package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.notifications.internal.Events.CASE;
import static org.careunit.notifications.internal.Events.UNIT;
import static org.careunit.notifications.internal.Events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the intake promises, on every database. */
abstract class IntakeContract {

    private static final Actor HOST = new Actor.Host("test");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));

    private TestStore store;
    private Intake intake;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        intake = Intakes.of(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anEventIsKeptFoldedAndFollowedUp() {
        assertThat(intake.accept(HOST, List.of(event("e1", 1, RECEIVED)))).isEqualTo(new Acceptance(1, 0, 0));
        assertThat(theCase().caseType()).contains(new CaseTypeKey("kontakta-mig"));
        assertThat(store.jobs().waiting(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.job().id().type()).isEqualTo(Intake.FOLLOW_UP);
            assertThat(waiting.job().payload()).isEqualTo("e1");
        });
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        PlatformEvent received = event("e1", 1, RECEIVED);
        intake.accept(HOST, List.of(received, received));
        assertThat(intake.accept(HOST, List.of(received))).isEqualTo(new Acceptance(0, 1, 0));
        assertThat(store.jobs().waiting(10)).hasSize(1);
    }

    @Test
    void aLateEventIsFoldedInWhereItBelongs() {
        intake.accept(HOST, List.of(event("e1", 1, RECEIVED)));
        intake.accept(HOST, List.of(event("e3", 3, new CaseChange.Closed())));
        intake.accept(HOST, List.of(event("e2", 2, new CaseChange.Answered())));
        assertThat(theCase().phase()).isEqualTo(Phase.CLOSED);
        assertThat(theCase().last().orElseThrow().id()).isEqualTo("e3");
    }

    @Test
    void ofABatchWithOneWrongEventNothingIsTakenIn() {
        String right = "{\"id\":\"e-1\",\"type\":\"unit-changed\",\"occurredAt\":\"1970-01-01T00:00:00Z\",\"unit\":\""
                + UNIT + "\"}";
        assertThatThrownBy(() -> intake.acceptJson(HOST, "[" + right + "," + right.replace("unit-changed", "?") + "]"))
                .isInstanceOf(RefusedException.class);
        assertThat(store.jobs().waiting(10)).isEmpty();
        assertThat(intake.acceptJson(HOST, right)).isEqualTo(new Acceptance(1, 0, 0));
    }

    @Test
    void aKnownIdWithOtherContentIsCounted() {
        PlatformEvent first = event("e1", 1, RECEIVED);
        PlatformEvent other = event("e1", 1, new CaseChange.Answered());
        PlatformEvent later = event("e1", 2, RECEIVED);
        assertThat(intake.accept(HOST, List.of(first, other, first))).isEqualTo(new Acceptance(1, 2, 1));
        assertThat(intake.accept(HOST, List.of(first))).isEqualTo(new Acceptance(0, 1, 0));
        assertThat(intake.accept(HOST, List.of(other, first, later))).isEqualTo(new Acceptance(0, 3, 2));
        assertThat(intake.accept(HOST, List.of(event("e2", 2, RECEIVED), other)))
                .isEqualTo(new Acceptance(1, 1, 1));
        assertThat(theCase().phase()).isEqualTo(Phase.OPEN);
        assertThat(intake.read()).singleElement().satisfies(figure -> {
            assertThat(figure.name()).isEqualTo("notifications.events.differing");
            assertThat(figure.value()).isEqualTo(4);
        });
    }

    @Test
    void ofManyKnownEventsEachIsCompared() {
        List<PlatformEvent> batch = IntStream.range(0, 120)
                .<PlatformEvent>mapToObj(i -> event("e" + i, i, RECEIVED))
                .toList();
        intake.accept(HOST, batch);
        List<PlatformEvent> others = IntStream.range(0, 120)
                .<PlatformEvent>mapToObj(i -> event("e" + i, i % 40 == 0 ? i + 1 : i, RECEIVED))
                .toList();
        assertThat(intake.accept(HOST, others)).isEqualTo(new Acceptance(0, 120, 3));
    }

    @Test
    void aTimeThatTheStoreCannotKeepIsRefusedAndLaterEventsComeIn() {
        for (Instant far : List.of(Instant.MAX, Instant.MIN, Instant.parse("+300000-01-01T00:00:00Z"))) {
            PlatformEvent event = new PlatformEvent.UnitChanged(new EventId("far"), far, UNIT);
            assertThatThrownBy(() -> intake.accept(HOST, List.of(event("e1", 1, RECEIVED), event)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("/occurredAt: ");
        }
        assertThat(intake.accept(HOST, List.of(event("e1", 1, RECEIVED)))).isEqualTo(new Acceptance(1, 0, 0));
    }

    @Test
    void allEventsOfABatchThatCannotBeKeptAreToldAtOnce() {
        List<PlatformEvent> far = Stream.of("far-1", "far-2")
                .<PlatformEvent>map(id -> new PlatformEvent.UnitChanged(new EventId(id), Instant.MAX, UNIT))
                .toList();
        assertThatThrownBy(() -> intake.accept(HOST, far))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .hasSize(2));
    }

    /** It is passed over, and what else is known of its case is folded as before. */
    @Test
    void anEventThatSomebodyChangedInTheStoreStopsNothing() {
        PlatformEvent received = event("e1", 1, RECEIVED);
        intake.accept(HOST, List.of(received, event("e2", 2, new CaseChange.Answered())));
        store.execute("UPDATE events SET body = '{}' WHERE event_id = 'e2'");
        assertThat(intake.accept(
                        HOST,
                        List.of(event("e2", 2, new CaseChange.Answered()), event("e3", 3, new CaseChange.Closed()))))
                .isEqualTo(new Acceptance(1, 1, 0));
        intake.accept(HOST, List.of(event("e0", 0, new CaseChange.PartReplied())));
        assertThat(theCase().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void staffAndResidentsBringNoEvents() {
        assertThatThrownBy(() -> intake.accept(
                        new Actor.Staff(new StaffId("SE1111111111-ANNA")), List.of(event("e1", 1, RECEIVED))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> intake.acceptJson(new Actor.Resident("p"), "[]"))
                .isInstanceOf(RefusedException.class);
        assertThat(store.jobs().waiting(10)).isEmpty();
    }

    @Test
    void manyCallersOnOneCaseLoseNothing() throws Exception {
        List<CaseChange> story = List.of(
                RECEIVED,
                new CaseChange.CounterQuestionAsked(),
                new CaseChange.ResidentReplied(),
                new CaseChange.Answered(),
                new CaseChange.AnswerRead(),
                new CaseChange.Closed());
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Acceptance>> answers = new ArrayList<>();
            for (int i = story.size() - 1; i >= 0; i--) {
                PlatformEvent event = event("e" + i, i, story.get(i));
                answers.add(callers.submit(() -> intake.accept(HOST, List.of(event))));
                answers.add(callers.submit(() -> intake.accept(HOST, List.of(event))));
            }
            int accepted = 0;
            for (Future<Acceptance> answer : answers) {
                accepted += answer.get(30, TimeUnit.SECONDS).accepted();
            }
            assertThat(accepted).isEqualTo(story.size());
        } finally {
            callers.shutdownNow();
        }
        assertThat(theCase().phase()).isEqualTo(Phase.CLOSED);
        assertThat(store.events().ofCase(CASE)).hasSize(story.size());
        assertThat(store.jobs().waiting(100)).hasSize(story.size());
    }

    @Test
    void batchesThatCrossOnNewCasesAllComeIn() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 15; round++) {
                List<PlatformEvent> upwards = new ArrayList<>();
                for (String number : List.of("A", "a", "Z", "z", "-", "_", ":", ".")) {
                    CaseRef subject = new CaseRef(UNIT, number + round);
                    boolean received = round % 2 == 0 || Character.isLetter(number.charAt(0));
                    upwards.add(of(subject, "e" + upwards.size() + "-" + round, received));
                }
                List<PlatformEvent> downwards = new ArrayList<>();
                for (PlatformEvent event : upwards) {
                    CaseRef subject = ((PlatformEvent.CaseEvent) event).subject();
                    downwards.add(0, of(subject, "f" + downwards.size() + "-" + round, downwards.size() % 2 == 0));
                }
                List<Future<Acceptance>> answers = callers.invokeAll(List.of(
                        () -> intake.accept(HOST, upwards.subList(0, 4)),
                        () -> intake.accept(HOST, downwards),
                        () -> intake.accept(HOST, downwards.subList(2, 8)),
                        () -> intake.accept(HOST, upwards)));
                int accepted = 0;
                for (Future<Acceptance> answer : answers) {
                    accepted += answer.get(30, TimeUnit.SECONDS).accepted();
                }
                assertThat(accepted).isEqualTo(16);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static PlatformEvent of(CaseRef subject, String id, boolean received) {
        CaseChange change = received ? RECEIVED : new CaseChange.Answered();
        return new PlatformEvent.CaseEvent(new EventId(id), Instant.EPOCH, subject, OptionalLong.empty(), change);
    }

    @Test
    void aBatchThatIsTooLargeIsRefused() {
        List<PlatformEvent> batch = IntStream.rangeClosed(0, 10_000)
                .<PlatformEvent>mapToObj(i -> event("e" + i, i, RECEIVED))
                .toList();
        assertThatThrownBy(() -> intake.accept(HOST, batch)).hasMessageContaining("at most 10000");
        assertThat(intake.accept(HOST, batch.subList(0, 500)).accepted()).isEqualTo(500);
    }

    private StoredCase theCase() {
        return store.cases().openOf(UNIT, 10).stream().findFirst().orElseGet(() -> store.transactions()
                .call(() -> store.cases().lock(List.of(CASE)).get(CASE)));
    }
}

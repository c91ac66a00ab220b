package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.notifications.internal.Events.CASE;
import static org.careunit.notifications.internal.Events.UNIT;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.history.Versioned;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.notifications.internal.intake.EventType;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record system hears of cases, on every database and with the job engine at work. */
abstract class CaseNoticesContract {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final StaffId STAFF = new StaffId("SE1111111111-ANNA");
    private static final CareUnit CARE_UNIT =
            new CareUnit(UNIT, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN);

    @TempDir
    Path base;

    private final ScriptedRecordSystem system = new ScriptedRecordSystem();
    private final RecordSystemRegister register = new RecordSystemRegister();
    private final NamedResident residents = new NamedResident();
    private volatile boolean isOn = true;
    private volatile boolean isSimulated;
    private TestStore store;
    private PassedTests tests;
    private RecordSystemsComponent systems;
    private CaseNotices notices;
    private SendCaseNotices sending;
    private long time;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.transactions().run(() -> store.units().add(CARE_UNIT));
        tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        systems = new RecordSystemsComponent(FakeAccess.platform(), store.units(), register, tests, store.clock());
        UnitSettings settings = settings();
        UnitRules rules = new UnitRules(
                answering(Units.class, "find", arguments -> Optional.of(CARE_UNIT)),
                settings,
                new NotificationsSettings(base, Map.of()));
        notices = new CaseNotices(
                settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), store.clock());
        NoticeDispatch departures = new NoticeDispatch(store.transactions(), store.messages(), store.events(), rules);
        sending = new SendCaseNotices(register, systems, residents, departures, store.clock());
        store.handle(sending);
        register.addSystem(system, Map.of(RecordSystem.UNITS, new String[] {UNIT.value()}));
    }

    private UnitSettings settings() {
        return answering(
                UnitSettings.class,
                "read",
                arguments -> arguments[2] == Simulated.class
                        ? new Versioned<>(new Simulated(isSimulated), 1)
                        : new Versioned<>(new RecordSystemNotification(isOn), 1));
    }

    private static <T> T answering(Class<T> contract, String method, Function<Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo(method);
                    return answer.apply(arguments);
                }));
    }

    @AfterEach
    void closeStore() {
        tests.close();
        store.close();
    }

    private void passTheTest() {
        assertThat(systems.test(OPERATOR, UNIT).passed()).isTrue();
    }

    /** Takes an event in and does what follows, in one transaction. */
    private void happens(String id, CaseChange change) {
        happensAt(id, ++time, change);
    }

    private void happensAt(String id, long at, CaseChange change) {
        CaseEvent event = event(id, at, change);
        store.transactions().run(() -> {
            enter(event);
            notices.follow(event);
        });
    }

    private static CaseEvent event(String id, long at, CaseChange change) {
        return Events.event(id, at, change);
    }

    private void enter(CaseEvent event) {
        store.events()
                .add(List.of(new StoredEvent(
                        event.id().value(),
                        EventType.of(event).wireName(),
                        Optional.of(CASE),
                        event.sequence(),
                        event.occurredAt(),
                        new EventJson().write(event))));
    }

    private void awaitStates(MessageState... states) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rows()).extracting(LedgerRow::state).containsExactlyInAnyOrder(states));
    }

    private List<LedgerRow> rows() {
        return store.messages().about(CASE);
    }

    private LedgerRow row(MessageState state) {
        return rows().stream().filter(row -> row.state() == state).findFirst().orElseThrow();
    }

    private static RecordSystemAnswer refusal() {
        return RecordSystemAnswer.of(DeliveryStatus.TECHNICAL_FAILURE, "AR");
    }

    @Test
    void aCaseIsToldAndCompletedOnce() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Given(STAFF, STAFF));
        happens("e3", new CaseChange.Answered());
        happens("e4", new CaseChange.Closed());
        awaitStates(DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1");
        assertThat(system.notices.get(2).time()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void aReopenedCaseIsANewRound() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        happens("e4", new CaseChange.Withdrawn());
        awaitStates(DELIVERED, DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2", "CANCELLED 2");
    }

    @Test
    void whatEndsBeforeItIsToldNeedsNothing() {
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        await().atMost(PATIENCE).until(() -> !store.jobs().resting().isEmpty());
        assertThat(store.jobs().resting().get(0).reason()).contains("has not passed a test message");
        happens("e2", new CaseChange.Withdrawn());
        awaitStates(CANCELLED);
        passTheTest();
        store.jobs().wake(SendCaseNotices.TYPE);
        await().atMost(PATIENCE).until(() -> store.jobs().waiting(10).isEmpty());
        assertThat(system.told()).isEmpty();
    }

    @Test
    void anUnknownCreationGoesFirstEvenIfTheCaseHasEnded() {
        passTheTest();
        system.answers.add(RecordSystemAnswer.none("half a frame"));
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows().get(0).detail()).isEqualTo("half a frame"));
        assertThat(rows()).extracting(LedgerRow::state).containsExactly(SENDING);
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 1", "COMPLETED 1");
        UUID first = system.notices.get(2).id();
        assertThat(system.notices.get(3).id()).isEqualTo(first);
    }

    @Test
    void aCreationThatWasSurelyNotCarriedOutIsDroppedWithItsCase() {
        passTheTest();
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "503"));
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(MessageState.TEMPORARY_FAILURE);
        happens("e2", new CaseChange.Answered());
        awaitStates(CANCELLED);
        assertThat(system.told()).containsExactly("CREATED 1");
    }

    @Test
    void whatIsRefusedIsParkedUntilItsCaseEnds() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e2", new CaseChange.Closed());
        awaitStates(CANCELLED);
        assertThat(store.jobs().setAside(10)).isEmpty();
        happens("e3", new CaseChange.Reopened());
        awaitStates(CANCELLED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 2");
    }

    @Test
    void operatorsResendOrDiscardWhatIsParked() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        store.transactions().run(() -> notices.sendAgain(row(PERMANENT_FAILURE)));
        awaitStates(DELIVERED);
        system.answers.add(refusal());
        happens("e2", new CaseChange.Withdrawn());
        awaitStates(DELIVERED, PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, PERMANENT_FAILURE, QUEUED);
        store.transactions().run(() -> notices.discard(row(PERMANENT_FAILURE)));
        awaitStates(DELIVERED, CANCELLED, DELIVERED);
        ThrowingCallable again = () -> store.transactions().run(() -> notices.discard(row(CANCELLED)));
        assertThatThrownBy(again).isInstanceOf(RefusedException.class).hasMessageContaining("CANCELLED");
    }

    @Test
    void aRefusedCreationDoesNotHoldUpTheReopenedCase() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e2", new CaseChange.Reopened());
        awaitStates(CANCELLED, DELIVERED);
        assertThat(store.jobs().setAside(10)).isEmpty();
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 2");
    }

    @Test
    void aRefusedCreationOfACaseReopenedAfterSwitchingOffStaysWithNoOperator() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        isOn = false;
        happens("e2", new CaseChange.Reopened());
        awaitStates(CANCELLED);
        assertThat(store.jobs().setAside(10)).isEmpty();
    }

    /** An operator has decided that the record system hears nothing of this end. */
    @Test
    void aDiscardedEndIsNotReplacedByOneThatCameLate() {
        passTheTest();
        happensAt("e1", 10, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        system.answers.add(refusal());
        happensAt("e2", 30, new CaseChange.Withdrawn());
        awaitStates(DELIVERED, PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        store.transactions().run(() -> notices.discard(row(PERMANENT_FAILURE)));
        happensAt("e3", 20, new CaseChange.Answered());
        awaitStates(DELIVERED, CANCELLED);
        assertThat(system.told()).containsExactly("CREATED 1", "CANCELLED 1");
    }

    @Test
    void whatAnOperatorHasTriedAgainAtOnceKeepsItsPlaceInItsCase() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "503"));
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, MessageState.TEMPORARY_FAILURE);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, MessageState.TEMPORARY_FAILURE, QUEUED);
        store.transactions().run(() -> notices.sendAgain(row(MessageState.TEMPORARY_FAILURE)));
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "COMPLETED 1", "CREATED 2");
    }

    @Test
    void aSwitchThatIsOffTellsNothingAndStopsNoEnding() {
        passTheTest();
        isOn = false;
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        assertThat(rows()).isEmpty();
        isOn = true;
        happens("e2", new CaseChange.Reopened());
        awaitStates(DELIVERED);
        isOn = false;
        happens("e3", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
    }

    @Test
    void aChangedRecordSystemIsUntestedAndTwoAreNone() {
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
        passTheTest();
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.PASSED);
        assertThat(systems.status(UNIT).passed()).isPresent();
        assertThat(system.notices)
                .allSatisfy(notice -> assertThat(notice.isTest()).isTrue());
        system.fingerprint = "two";
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
        register.addSystem(new ScriptedRecordSystem(), Map.of(RecordSystem.UNITS, List.of(UNIT.value(), "nonsense")));
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.NONE);
        assertThatThrownBy(() -> systems.test(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("two record systems");
        assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("record-system.test"));
    }

    @Test
    void anEndpointForAUnitThatHasNotJoinedIsToldInHealthAndGetsNothing() {
        HsaId stranger = new HsaId("SE1111111111-STRANGER");
        ScriptedRecordSystem theirs = new ScriptedRecordSystem();
        register.addSystem(theirs, Map.of(RecordSystem.UNITS, List.of(stranger.value())));
        assertThatThrownBy(() -> systems.test(OPERATOR, stranger))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(stranger.value());
        assertThat(theirs.notices).isEmpty();
        passTheTest();
        assertThat(health()).startsWith("WARN").contains(stranger.value(), "not registered");
        register.removeSystem(theirs);
        assertThat(health()).startsWith("OK");
    }

    private String health() {
        Result result = new RecordSystemsHealth(register, systems, store.units()).execute();
        return result.getStatus() + " " + result.iterator().next().getMessage();
    }

    @Test
    void noticesOfSeveralCasesLeaveTogetherUntilOneHasNoAnswer() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        for (int number = 1; number <= 4; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "AA"));
        system.answers.add(refusal());
        system.answers.add(RecordSystemAnswer.none("silence"));
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);

        assertThat(system.told()).hasSize(3);
        assertThat(outcomes)
                .extracting(outcome -> (Object) outcome.getClass())
                .containsExactly(
                        JobOutcome.Done.class,
                        JobOutcome.Never.class,
                        JobOutcome.TryLater.class,
                        JobOutcome.NotNow.class);
        store.transactions()
                .run(() -> outcomes.forEach(outcome -> outcome.alongside().run()));
        assertThat(jobs)
                .extracting(job -> store.messages()
                        .find(UUID.fromString(job.id().key()))
                        .orElseThrow()
                        .state())
                .containsExactly(DELIVERED, PERMANENT_FAILURE, SENDING, QUEUED);
    }

    @Test
    void aResidentOfWhomTheHostCannotSayAnythingKeepsNoOtherNoticeWaiting() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        system.mayNameResident = true;
        residents.setHost(ref -> {
            if (ref.id().equals("together-2")) {
                throw new UnavailableException("not now");
            }
            return Optional.empty();
        });
        for (int number = 1; number <= 3; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);

        assertThat(outcomes)
                .extracting(outcome -> (Object) outcome.getClass())
                .containsExactly(JobOutcome.Done.class, JobOutcome.NotNow.class, JobOutcome.Done.class);
        assertThat(system.told()).hasSize(2);
        assertThat(store.messages().find(UUID.fromString(jobs.get(1).id().key())))
                .hasValueSatisfying(row -> assertThat(row.state()).isEqualTo(QUEUED));
    }

    /** A late reopening gives the later round another number; its end is told as that of the round that was begun. */
    @Test
    void aReopeningThatComesLateMovesNoEnd() {
        passTheTest();
        happensAt("e1", 10, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happensAt("e2", 20, new CaseChange.Answered());
        happensAt("e3", 40, new CaseChange.Reopened());
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        happensAt("e4", 30, new CaseChange.Reopened());
        happensAt("e5", 50, new CaseChange.Withdrawn());
        awaitStates(DELIVERED, DELIVERED, DELIVERED, CANCELLED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2", "CANCELLED 2");
    }

    @Test
    void aSecondReceiptBeginsNothing() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        assertThat(rows()).hasSize(1);
    }

    /** Follow-ups run side by side: whichever comes first, the record system hears in the order of the case. */
    @Test
    void anEndWhoseReopeningIsFollowedUpFirstIsToldFirst() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        CaseEvent answered = event("e2", 20, new CaseChange.Answered());
        CaseEvent reopened = event("e3", 30, new CaseChange.Reopened());
        store.transactions().run(() -> {
            enter(answered);
            enter(reopened);
            notices.follow(reopened);
            notices.follow(answered);
        });
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2");
    }

    @Test
    void anErrorAboutOneNoticeHasTheOthersSentOnce() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        for (int number = 1; number <= 3; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        system.errorAt = system.notices.size() + 2;
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);
        store.transactions().run(() -> sending.writeTogether(outcomes));

        assertThat(system.told()).hasSize(3);
        assertThat(jobs)
                .extracting(job -> store.messages()
                        .find(UUID.fromString(job.id().key()))
                        .orElseThrow()
                        .state())
                .containsExactly(DELIVERED, SENDING, DELIVERED);
    }

    private void receive(CaseRef subject) {
        CaseEvent event = new CaseEvent(
                new EventId("received-" + subject.id()),
                Instant.ofEpochSecond(++time),
                subject,
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        store.transactions().run(() -> {
            store.events()
                    .add(List.of(new StoredEvent(
                            event.id().value(),
                            EventType.of(event).wireName(),
                            Optional.of(subject),
                            event.sequence(),
                            event.occurredAt(),
                            new EventJson().write(event))));
            notices.follow(event);
        });
    }

    @Test
    void aTestThatIsNotAcceptedPassesNothing() {
        system.answers.add(refusal());
        assertThat(systems.test(OPERATOR, UNIT).passed()).isFalse();
        system.fault = new IllegalStateException("Tolvan 191212121212");
        assertThat(systems.test(OPERATOR, UNIT).answer())
                .contains("IllegalStateException")
                .doesNotContain("1912");
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
    }

    @Test
    void aUnitThatSimulatesTellsItsRecordSystemNothing() {
        passTheTest();
        isSimulated = true;
        happens("e-1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        isSimulated = false;
        happens("e-2", new CaseChange.Answered());
        assertThat(rows()).extracting(LedgerRow::state).containsExactly(MessageState.SIMULATED, MessageState.SIMULATED);
        assertThat(system.told()).isEmpty();
    }

    @Test
    void aNoticeThatWaitedWhenSimulatingBeganDoesNotLeave() {
        happens("e-1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        isSimulated = true;
        passTheTest();
        store.jobs().wake("send-journal");
        awaitStates(MessageState.SIMULATED);
        assertThat(system.told()).isEmpty();
    }

    @Test
    void theResidentIsNamedOnlyWhereNobodyElseCanRead() {
        Identity tolvan = new Identity(new PersonNumber("191212121212"), Optional.of("Tolvan"));
        residents.setHost(ref -> Optional.of(tolvan));
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        assertThat(system.notices.get(2).resident()).isEmpty();
        system.mayNameResident = true;
        residents.setHost(ref -> {
            throw new UnavailableException("not now");
        });
        happens("e2", new CaseChange.Reopened());
        awaitStates(DELIVERED, QUEUED);
        residents.setHost(ref -> Optional.of(tolvan));
        await().atMost(PATIENCE).untilAsserted(() -> {
            store.execute("UPDATE job_queue SET due = CURRENT_TIMESTAMP WHERE state = 'LATER'");
            store.jobs().wake(SendCaseNotices.TYPE);
            assertThat(rows()).extracting(LedgerRow::state).containsExactly(DELIVERED, DELIVERED);
        });
        assertThat(system.notices.get(3).resident()).contains(tolvan);
    }
}

package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;
import static org.careunit.notifications.internal.Events.CASE;
import static org.careunit.notifications.internal.Events.event;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.Handover;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.TestMessages.Channel;
import org.careunit.api.readiness.Question;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffText;
import org.careunit.api.units.CareUnit.State;
import org.careunit.storage.Message;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to whom, on every database. The jobs are run by hand, but for one test. */
abstract class OutgoingContract {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CaseChange RECEIVED = new CaseChange.Received("kontakta-mig");
    private static final HsaId A = new HsaId("SE1111111111-A");
    private static final HsaId B = new HsaId("SE1111111111-B");

    @TempDir
    Path base;

    private final Town town = new Town();
    private final Gateway gateway = new Gateway();
    private Instant now = Instant.parse("2000-01-03T08:00:00Z");
    private TestStore store;
    private Intake intake;
    private FollowUp followUp;
    private SendMail sendMail;
    private OperatorsLedger ledger;
    private StaffTestMessages tests;
    private Audience audience;
    private Outbox outbox;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        build(Map.of());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void build(Map<String, Object> configuration) {
        Clock clock = new SteppedClock(() -> now);
        NotificationsSettings settings = new NotificationsSettings(base, configuration);
        UnitRules rules = new UnitRules(town.units, town.settings, settings);
        RegionalAudience regional = new RegionalAudience(store.units(), store.grants(), clock);
        audience = new Audience(town.settings, town.staff, regional, store.pseudonyms());
        outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                new Gathering(store.digests(), store.jobs(), clock, rules),
                audience,
                clock);
        intake = new Intake(new TrustedAccess(), store.transactions(), store.events(), store.cases(), store.jobs());
        followUp = new FollowUp(store.events(), audience, outbox, rules);
        sendMail = new SendMail(store.transactions(), outbox, audience, new Letters(rules), gateway);
        tests = new StaffTestMessages(
                new TrustedAccess(), store.transactions(), store.messages(), store.audit(), audience, outbox, rules);
        ledger = new OperatorsLedger(new TrustedAccess(), store.transactions(), store.messages(), audience, outbox);
    }

    @Test
    void bothAddressesOfAUnitHearOfANewCaseAndNothingPersonalLeaves() {
        town.turnOn("reception@example.org", "chef@example.com");
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent)
                .extracting(mail -> mail.to().value())
                .containsExactlyInAnyOrder("reception@example.org", "chef@example.com");
        assertThat(gateway.sent).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Nytt ärende i 1177 e-tjänster");
            assertThat(mail.text())
                    .contains("Provmottagningen har fått ett nytt ärende", "går inte att svara på")
                    .doesNotContain("kontakta-mig", "c-1");
        });
        assertThat(states("e1")).containsExactly(SENT, SENT);
        assertThat(rows("e1")).allSatisfy(row -> {
            assertThat(row.recipient()).hasSize(64 + "address:".length()).doesNotContain("@");
            assertThat(row.attempts()).isEqualTo(1);
        });
    }

    @Test
    void whoeverAsksForATestMessageIsSentOneAsACaseWouldBe() {
        assertThatThrownBy(() -> tests.send(new Actor.Staff(B), Events.UNIT, A, Channel.EMAIL))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("choose e-mail and save first");
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        LedgerEntry queued = tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL);
        assertThat(queued.state()).isEqualTo(QUEUED);
        assertThat(queued.recipient()).contains("a***@example.org");
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@example.org");
            assertThat(mail.subject()).isEqualTo("Testmeddelande");
            assertThat(mail.text()).contains("Provmottagningen");
        });
        assertThat(ledger.find(OPERATOR, queued.id()).orElseThrow().state()).isEqualTo(SENT);
        assertThat(store.audit().newest(Events.UNIT, 1)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("personal-settings.test"));
        assertThat(tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL).detail())
                .startsWith("Gathered with further news");
    }

    @Test
    void theChecklistNamesReceiversWhoAreNotReached() {
        StaffAtUnit receiver = new StaffAtUnit(A, Events.UNIT, Set.of(Permission.CASE_RECEIVER));
        StaffAtUnit handler = new StaffAtUnit(B, Events.UNIT, Set.of(Permission.CASE_HANDLER));
        Permissions permissions = Only.answers(Permissions.class, "atUnit", asked -> List.of(receiver, handler));
        ReceiversReachedCheck check =
                new ReceiversReachedCheck(permissions, audience, outbox, new SteppedClock(() -> now));
        Question question = new Question(Events.UNIT, Optional.empty());
        assertThat(check.look(question).reasons()).singleElement().asString().contains(A.value(), "välj e-post");
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        assertThat(check.look(question).reasons()).isEmpty();
        outbox.holdBack(audience.ofStaff(Events.UNIT, A).orElseThrow(), "550");
        assertThat(check.look(question).reasons()).singleElement().asString().contains(A.value(), "spärrad");
        town.turnOn("a@example.org");
        assertThat(check.look(question).reasons()).hasSize(2).last().asString().contains("a***@example.org");
    }

    @Test
    void withoutAnSmsGatewayNobodyIsLeftToBelieveInOne() {
        town.wantSms.put(A, new TelephoneNumber("+46700000001"));
        assertThatThrownBy(() -> tests.send(OPERATOR, Events.UNIT, A, Channel.SMS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("there is no SMS gateway");
        happens("e1", new CaseChange.Given(A, B));
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).contains("by SMS alone, and there is no SMS gateway");
        });
    }

    @Test
    void whoeverIsGivenACaseBySomebodyElseHearsOfIt() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        happens("e2", new CaseChange.Given(A, A));
        happens("e3", new CaseChange.Given(B, A));
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@example.org");
            assertThat(mail.subject()).isEqualTo("Du har tilldelats ett ärende");
        });
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(rows("e2")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).isEqualTo("Whoever has the case took it");
        });
        assertThat(states("e3")).containsExactly(NO_RECIPIENT);
    }

    @Test
    void aUnitThatWantsNobodyToldHasItsReasonInTheLedger() {
        happens("e1", RECEIVED);
        assertThat(ledger.about(OPERATOR, CASE)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(NO_RECIPIENT);
            assertThat(entry.detail()).contains("wants nobody told");
        });
    }

    @Test
    void theFirstLeavesAtOnceAndWhatFollowsWithinTheWindowLeavesTogether() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now));
        sendAll();
        now = now.plusSeconds(60);
        happens("e2", RECEIVED);
        now = now.plusSeconds(60);
        happens("e3", RECEIVED);
        Instant windowEnds = Instant.parse("2000-01-03T08:10:00Z");
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(windowEnds));
        now = windowEnds;
        sendAll();
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(1).subject()).isEqualTo("2 nya ärenden i 1177 e-tjänster");
        now = now.plusSeconds(60); // the digest has opened a window of its own
        happens("e4", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(windowEnds.plus(Duration.ofMinutes(10))));
        sendAll();
        now = now.plus(Duration.ofHours(1));
        happens("e5", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now));
    }

    @Test
    void whatIsGatheredSaysInTheLedgerWhenItLeaves() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        happens("e2", RECEIVED);
        assertThat(rows("e1")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEmpty());
        assertThat(rows("e2")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEqualTo("Gathered with further news; leaves at 09:10 (Europe/Stockholm)"));
    }

    @Test
    void theUnitsOwnWindowAndWordsTakeThePlaceOfTheConfigured() {
        town.turnOn("reception@example.org");
        town.words = Optional.of(new StaffMessages(
                60,
                new StaffText("{count} i {unit}", "Hej {unit}!\n{count} nya.\nHär: {link}\nHälsningar"),
                null,
                null,
                null));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("1 i Provmottagningen");
            assertThat(mail.text()).isEqualTo("Hej Provmottagningen!\n1 nya.\nHälsningar\n");
        });
        happens("e2", RECEIVED);
        Instant hourLater = now.plus(Duration.ofHours(1));
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(hourLater));
        town.words = Optional.empty(); // what gathers leaves when it was to leave
        happens("e3", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(hourLater));
    }

    @Test
    void aShorterWindowEndsOneThatIsRunning() {
        town.turnOn("reception@example.org");
        town.words = Optional.of(new StaffMessages(60, null, null, null, null));
        happens("e1", RECEIVED);
        sendAll();
        town.words = Optional.empty();
        happens("e2", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now.plus(Duration.ofMinutes(10))));
    }

    @Test
    void theLinkStandsInTheUnitsWords() {
        build(Map.of("link", "https://example.org/"));
        town.turnOn("reception@example.org");
        town.words = Optional.of(new StaffMessages(10, new StaffText("Nytt", "Logga in: {link}"), null, null, null));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> assertThat(mail.text())
                .isEqualTo("Logga in: https://example.org/\n"));
    }

    @Test
    void aClosingUnitIsToldAndAClosedOrUnknownOneHasItsReasonInTheLedger() {
        town.turnOn("reception@example.org");
        town.state = Optional.of(State.CLOSING);
        happens("e1", RECEIVED);
        assertThat(states("e1")).containsExactly(QUEUED);
        town.state = Optional.of(State.CLOSED);
        happens("e2", RECEIVED);
        happens("e3", new CaseChange.Given(A, B));
        assertThat(rows("e2")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).isEqualTo("The unit is closed");
        });
        assertThat(states("e3")).containsExactly(NO_RECIPIENT);
        town.state = Optional.empty();
        happens("e4", RECEIVED);
        assertThat(rows("e4")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEqualTo("No such unit has joined"));
    }

    @Test
    void whatComesWhileAMessageIsOnItsWayBelongsIntoTheNext() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        sendAll();
        happens("e2", RECEIVED);
        gateway.before = () -> happens("e3", RECEIVED);
        sendAll();
        gateway.before = () -> {};
        assertThat(gateway.sent.get(1).subject()).isEqualTo("Nytt ärende i 1177 e-tjänster");
        sendAll();
        assertThat(gateway.sent).hasSize(3);
        assertThat(states("e3")).containsExactly(SENT);
    }

    @Test
    void aWindowOfNothingSendsEachAtOnce() {
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        happens("e2", RECEIVED);
        assertThat(sendJobs()).hasSize(2).allSatisfy(job -> assertThat(job.due())
                .isEqualTo(now));
    }

    @Test
    void aTemporaryRefusalIsTriedAgainWithTheSameId() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new Handover.TryLater("451 come back"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.TryLater.class);
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(send()).isInstanceOf(JobOutcome.Done.class);
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(SENT);
            assertThat(row.attempts()).isEqualTo(2);
        });
        assertThat(gateway.sent)
                .extracting(OutgoingMail::id)
                .containsOnly(gateway.sent.get(0).id());
    }

    @Test
    void aRefusedAddressIsHeldBackUntilAnOperatorSendsAgain() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new Handover.Rejected("550 no such user"));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(states("e1")).containsExactly(PERMANENT_FAILURE);
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        sendAll();
        assertThat(states("e2")).containsExactly(SUPPRESSED);
        assertThat(gateway.sent).hasSize(1);
        LedgerEntry again = ledger.retry(OPERATOR, rows("e2").get(0).id());
        assertThat(again.state()).isEqualTo(QUEUED);
        sendAll();
        assertThat(states("e2")).containsExactly(SENT);
        assertThatThrownBy(() -> ledger.retry(OPERATOR, again.id())).hasMessageContaining("only one that failed");
    }

    @Test
    void aFaultOfOursHoldsNobodyBackAndIsFinal() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new Handover.OurFault("554 policy"));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(states("e1")).containsExactly(TECHNICAL_FAILURE);
        assertThat(store.suppressions().newest(10)).isEmpty();
    }

    @Test
    void aChannelThatRestsCostsNoAttempt() {
        town.turnOn("reception@example.org");
        gateway.failure = new UnavailableException("The mail server refuses our login");
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.NotNow.class);
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(QUEUED);
            assertThat(row.attempts()).isZero();
            assertThat(row.detail()).contains("login");
        });
    }

    @Test
    void whatIsNoLongerWantedIsCancelled() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        town.turnOn("another@example.org");
        sendAll();
        assertThat(states("e1")).containsExactly(CANCELLED);
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        happens("e3", new CaseChange.Withdrawn());
        sendAll();
        assertThat(states("e2")).containsExactly(CANCELLED);
        assertThat(gateway.sent).isEmpty();
        now = now.plus(Duration.ofHours(1));
        happens("e4", RECEIVED); // and the cancelled message does not swallow what comes next
        sendAll();
        assertThat(states("e4")).containsExactly(SENT);
    }

    @Test
    void whatWasOnItsWayWhenANodeDiedGoesOutAgain() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        Waiting job = sendJobs().get(0);
        sendMail.run(job.job()); // and the node dies before it writes down the answer
        assertThat(states("e1")).containsExactly(SENDING);
        sendAll();
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(0)).isEqualTo(gateway.sent.get(1));
    }

    @Test
    void recipientsAreForgottenADayAfterTheEnd() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        sendAll();
        TidyLedger tidy = new TidyLedger(store.messages(), store.digests(), store.jobs(), store.clock());
        finish(tidy.run(job(TidyLedger.JOB.type())));
        assertThat(rows("e1").get(0).shown()).contains("r***@example.org");
        Clock dayLater = Clock.offset(store.clock(), Duration.ofHours(25));
        finish(new TidyLedger(store.messages(), store.digests(), store.jobs(), dayLater)
                .run(job(TidyLedger.JOB.type())));
        assertThat(rows("e1").get(0).shown()).isEmpty();
        assertThat(rows("e1").get(0).recipient()).startsWith("gone:");
    }

    @Test
    void theEngineCarriesItFromIntakeToGateway() {
        now = store.clock().instant();
        town.turnOn("reception@example.org");
        store.handle(followUp);
        store.handle(sendMail);
        intake.accept(new Actor.Host("test"), List.of(event("e1", 1, RECEIVED)));
        await().untilAsserted(() -> assertThat(states("e1")).containsExactly(SENT));
        assertThat(gateway.sent).hasSize(1);
        await().untilAsserted(() -> assertThat(sendJobs()).isEmpty());
    }

    private void happens(String id, CaseChange change) {
        intake.accept(new Actor.Host("test"), List.of(event(id, now.getEpochSecond(), change)));
        store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(Intake.FOLLOW_UP))
                .forEach(job -> {
                    finish(followUp.run(job));
                    store.jobs().cancel(job.id());
                });
    }

    /** Runs the one send job and leaves it. */
    private JobOutcome send() {
        JobOutcome outcome = sendMail.run(sendJobs().get(0).job());
        finish(outcome);
        return outcome;
    }

    /** Runs all send jobs to their end, whenever they are due. */
    private void sendAll() {
        for (Waiting waiting : sendJobs()) {
            finish(sendMail.run(waiting.job()));
            store.jobs().cancel(waiting.job().id());
        }
    }

    private void finish(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    private List<Waiting> sendJobs() {
        return store.jobs().waiting(100).stream()
                .filter(waiting -> waiting.job().id().type().equals(Gathering.SEND_EMAIL))
                .toList();
    }

    private Job job(String type) {
        return store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<Message> rows(String event) {
        return store.messages().about(CASE).stream()
                .filter(row -> row.event().equals(event))
                .toList();
    }

    private List<MessageState> states(String event) {
        return rows(event).stream().map(Message::state).toList();
    }

    /** Says what it was told to say, else yes. */
    private static final class Gateway implements MailGateway {

        final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
        final Queue<Handover> answers = new ConcurrentLinkedQueue<>();
        volatile RuntimeException failure;
        volatile Runnable before = () -> {};

        @Override
        public Handover send(OutgoingMail mail) {
            if (failure != null) {
                throw failure;
            }
            before.run();
            sent.add(mail);
            return Optional.ofNullable(answers.poll())
                    .orElseGet(() -> new Handover.Accepted("250 " + UUID.randomUUID()));
        }
    }
}

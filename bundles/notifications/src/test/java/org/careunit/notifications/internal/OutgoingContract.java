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

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages.RetriedMessages;
import org.careunit.api.messages.Topic;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.units.CareUnit.State;
import org.careunit.notifications.internal.checks.ReceiversReachedCheck;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.Destination;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendMessages;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.delivery.StaffTestMessages;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.LedgerCleanup;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.messages.JdbcCases;
import org.careunit.storage.internal.messages.JdbcEventLog;
import org.careunit.storage.internal.messages.JdbcMessageLedger;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Resting;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to whom, on every database. The jobs are run by hand, but for one test. */
abstract class OutgoingContract {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final StaffId A = new StaffId("SE1111111111-A");
    private static final StaffId B = new StaffId("SE1111111111-B");

    @TempDir
    Path base;

    private final Town town = new Town();
    private final Gateway gateway = new Gateway();
    private Instant now = Instant.parse("2000-01-03T08:00:00Z");
    private TestStore store;
    private Intake intake;
    private FollowUp followUp;
    private EmailChannel email;
    private SendMessages sendMail;
    private OperatorsLedger ledger;
    private StaffTestMessages tests;
    private Recipients recipients;
    private DigestWindow window;
    private Outbox outbox;
    private UnitFacts facts;
    private CancelledReminders cancelled;
    private SendingRules sendingRules;
    private UnitRules rules;
    private CaseNotices notices;
    private MessageDispatch departures;

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
        Clock clock = SettableClock.showing(() -> now);
        NotificationsSettings settings = new NotificationsSettings(base, configuration);
        rules = new UnitRules(town.units, town.settings, settings);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        email = new EmailChannel(new MessageTexts(rules));
        window = new DigestWindow(store.digests(), store.messages(), rules, clock);
        outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                window,
                recipients,
                List.of(email),
                clock);
        UnitClocks clocks = town.clocks(store, clock);
        CaseSchedule schedule = new CaseSchedule(clocks, clock);
        intake = Intakes.of(store, clocks, clock);
        facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        cancelled = new CancelledReminders(store.cases(), store.messages(), schedule);
        notices = new CaseNotices(
                town.settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), clock);
        followUp = new FollowUp(store.events(), store.cases(), facts, outbox, cancelled, notices, store.changes());
        sendingRules = new SendingRules(new ResidentRules(rules, clock), new StaffHours(clocks, clock));
        departures = new MessageDispatch(
                store.transactions(), store.messages(), store.suppressions(), recipients, sendingRules, clock);
        sendMail = new EmailChannel.Sending(email, departures, gateway, store.jobs());
        tests = new StaffTestMessages(
                FakeAccess.platform(),
                store.transactions(),
                store.messages(),
                store.audit(),
                recipients,
                outbox,
                rules);
        ledger = new OperatorsLedger(
                FakeAccess.platform(), store.transactions(), store.messages(), recipients, outbox, notices);
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
                .hasMessageContaining("choose it and save first");
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
        Permissions permissions = Stub.of(Permissions.class, "atUnit", asked -> List.of(receiver, handler));
        ReceiversReachedCheck check =
                new ReceiversReachedCheck(permissions, recipients, outbox, SettableClock.showing(() -> now));
        CheckRequest question = new CheckRequest(Events.UNIT, Optional.empty());
        assertThat(check.check(question).reasons()).singleElement().asString().contains(A.value(), "välj e-post");
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        assertThat(check.check(question).reasons()).isEmpty();
        holdBack("a@example.org");
        assertThat(check.check(question).reasons()).singleElement().asString().contains(A.value(), "spärrad");
        town.turnOn("a@example.org");
        assertThat(check.check(question).reasons()).hasSize(2).last().asString().contains("a***@example.org");
    }

    @Test
    void withoutAnSmsGatewayNobodyIsLeftToBelieveInOne() {
        town.wantSms.put(A, new TelephoneNumber("+46700000001"));
        assertThatThrownBy(() -> tests.send(OPERATOR, Events.UNIT, A, Channel.SMS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("over 'sms': there is no gateway");
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
        sendAll();
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
        town.words = Optional.of(
                words(60, new StaffText("{count} i {unit}", "Hej {unit}!\n{count} nya.\nHär: {link}\nHälsningar")));
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
        town.words = Optional.of(words(60, null));
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
        town.words = Optional.of(words(10, new StaffText("Nytt", "Logga in: {link}")));
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
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451 come back"));
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
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 no such user"));
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
    void manyThatFailedAreSentAgainByStateUnitTimeAndReason() {
        town.turnOn("a@example.org", "b@example.org", "c@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 relay"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(states("e1")).containsOnly(TEMPORARY_FAILURE);
        assertThat(retried(Optional.empty(), Optional.of(new HsaId("SE1111111111-ELSEWHERE")), ""))
                .isEqualTo(new RetriedMessages(0, 0));
        assertThat(retried(Optional.of(PERMANENT_FAILURE), Optional.empty(), ""))
                .isEqualTo(new RetriedMessages(0, 0));
        assertThat(retried(Optional.of(TEMPORARY_FAILURE), Optional.of(Events.UNIT), "policy"))
                .isEqualTo(new RetriedMessages(2, 0));
        assertThat(states("e1")).containsExactlyInAnyOrder(QUEUED, QUEUED, TEMPORARY_FAILURE);
        town.turnOn("a@example.org", "b@example.org");
        RetriedMessages rest = retried(Optional.empty(), Optional.empty(), "");
        assertThat(rest.again() + rest.left()).isEqualTo(1);
        sendAll();
        assertThat(states("e1")).doesNotContain(QUEUED);
        assertThatThrownBy(() -> retried(Optional.of(SENT), Optional.empty(), ""))
                .hasMessageContaining("has not failed");
    }

    private RetriedMessages retried(Optional<MessageState> state, Optional<HsaId> unit, String reason) {
        Optional<Instant> from = Optional.of(store.clock().instant().minusSeconds(60));
        Optional<Instant> until = Optional.of(store.clock().instant().plusSeconds(60));
        return ledger.retryAll(
                OPERATOR,
                new FailedMessages(state, unit, from, until, Optional.of(reason).filter(words -> !words.isEmpty())));
    }

    @Test
    void aFaultOfOursHoldsNobodyBackAndIsTriedAgainUntilTheLadderEnds() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.OurFault.class);
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(store.suppressions().newest(10)).isEmpty();
        giveUp("554 policy");
        assertThat(states("e1")).containsExactly(TECHNICAL_FAILURE);
    }

    @Test
    void whatWaitedForAChannelLeavesWhenItAnswersAgain() {
        now = store.clock().instant();
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        gateway.rests = true;
        store.handle(followUp);
        store.handle(sendMail);
        intake.accept(
                new Actor.Host("test"), List.of(Events.event("e1", 1, RECEIVED), Events.event("e2", 2, RECEIVED)));
        await().untilAsserted(() ->
                assertThat(store.jobs().resting()).extracting(Resting::lane).containsExactly(email.jobType()));
        store.jobs().rest(email.jobType(), Duration.ofHours(1), "nobody answers");
        gateway.rests = false;
        gateway.recovered.run();
        await().untilAsserted(() -> {
            assertThat(states("e1")).containsExactly(SENT);
            assertThat(states("e2")).containsExactly(SENT);
        });
        assertThat(rows("e1").get(0).attempts()).isEqualTo(1);
    }

    @Test
    void aChannelThatRestsCostsNoAttempt() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.UNAVAILABLE, "The mail server refuses our login"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.Rest.class);
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
        happens(event(
                "e4", "c-4", now.getEpochSecond(), RECEIVED)); // the cancelled message does not swallow what comes next
        sendAll();
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void ofACaseThatEndedInTheSameBatchNothingLeavesInEitherOrder() {
        now = store.clock().instant();
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        store.handle(followUp);
        store.handle(sendMail);
        for (int round = 0; round < 100; round++) {
            PlatformEvent received = event("r" + round, "c" + round, 1, RECEIVED);
            PlatformEvent withdrawn = event("w" + round, "c" + round, 2, new CaseChange.Withdrawn());
            intake.accept(
                    new Actor.Host("test"),
                    round % 2 == 0 ? List.of(received, withdrawn) : List.of(withdrawn, received));
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        store.messages().newest(Optional.empty(), Optional.of(CANCELLED), Optional.empty(), 200))
                .hasSize(100));
        await().untilAsserted(() -> assertThat(store.jobs().backlog()).isEmpty());
        assertThat(gateway.sent).isEmpty();
    }

    @Test
    void whatIsWithdrawnBeforeItsReceiptComesInIsNotTold() {
        town.turnOn("reception@example.org");
        happens("e2", new CaseChange.Withdrawn());
        now = now.minusSeconds(60);
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).isEmpty();
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(CANCELLED);
            assertThat(row.detail()).isEqualTo("The case needs no message any more");
        });
    }

    @Test
    void whatIsWithdrawnWhileTheGatewayHangsIsNotTriedAgain() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451 come back"));
        gateway.before = () -> happens("e2", new CaseChange.Withdrawn());
        assertThat(send()).isInstanceOf(JobOutcome.TryLater.class);
        gateway.before = () -> {};
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(send()).isInstanceOf(JobOutcome.Done.class);
        assertThat(states("e1")).containsExactly(CANCELLED);
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void anOperatorSendsNothingOfACaseThatHasEnded() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        send();
        giveUp("554 policy");
        happens("e2", new CaseChange.Answered());
        ledger.retry(OPERATOR, rows("e1").get(0).id());
        sendAll();
        assertThat(states("e1")).containsExactly(CANCELLED);
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void whoHandedACaseOnIsNotToldOfItAnyMore() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        town.wantToBeTold.put(B, new EmailAddress("b@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        now = now.plusSeconds(1);
        happens("e2", new CaseChange.Given(B, A));
        sendAll();
        assertThat(gateway.sent).extracting(mail -> mail.to().value()).containsExactly("b@example.org");
        assertThat(states("e1")).containsExactly(CANCELLED);
    }

    @Test
    void aDigestCountsWhatIsStillWanted() {
        town.turnOn("reception@example.org");
        for (int i = 0; i < 5; i++) {
            happens(event("e" + i, "c" + i, 1, RECEIVED));
            if (i == 0) {
                sendAll();
            }
        }
        happens(event("w1", "c2", 2, new CaseChange.Withdrawn()));
        happens(event("w2", "c4", 2, new CaseChange.Closed()));
        sendAll();
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(1).subject()).isEqualTo("2 nya ärenden i 1177 e-tjänster");
    }

    @Test
    void addressesThatDifferInTheCaseOfLettersAreToldOnce() {
        town.email = new EmailNotification(
                true, List.of(new EmailAddress("Info@example.org"), new EmailAddress("info@example.org")));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).hasSize(1);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 no such user"));
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        sendAll();
        town.turnOn("INFO@example.org");
        now = now.plus(Duration.ofHours(1));
        happens("e3", RECEIVED);
        assertThat(states("e3")).containsExactly(SUPPRESSED);
    }

    @Test
    void newsOfOneTopicDoNotWaitForThoseOfAnother() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL);
        assertThat(sendJobs()).hasSize(2).allSatisfy(job -> assertThat(job.due())
                .isEqualTo(now));
        sendAll();
        assertThat(gateway.sent)
                .extracting(OutgoingMail::subject)
                .containsExactlyInAnyOrder("Du har tilldelats ett ärende", "Testmeddelande");
        assertThat(rows("e1")).singleElement().satisfies(row -> assertThat(row.topic())
                .isEqualTo(Topic.GIVEN));
    }

    @Test
    void aMessageHasOneJobWhateverBecomesOfTheAddressWhileItGathers() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        sendAll();
        happens("e2", new CaseChange.Given(A, B));
        town.wantToBeTold.put(A, new EmailAddress("a@another.example.com"));
        happens("e3", new CaseChange.Given(A, B));
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(
                        job.job().id().key())
                .isEqualTo(rows("e2").get(0).messageId().orElseThrow().toString()));
        sendAll();
        assertThat(gateway.sent).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@another.example.com");
            assertThat(mail.subject()).isEqualTo("Du har tilldelats 2 ärenden");
        });
    }

    @Test
    void aSendCostsThreeStatementsHereAndOneOfTheEngines() {
        CountedStatements counted = new CountedStatements(store.pool);
        JdbcTransactions transactions = new JdbcTransactions(counted);
        JdbcMessageLedger own = new JdbcMessageLedger(
                transactions,
                new Sql(transactions, counted),
                store.clock(),
                () -> 1,
                store.settings().isEmbedded());
        SendMessages counting = new EmailChannel.Sending(
                email,
                new MessageDispatch(
                        transactions,
                        own,
                        store.suppressions(),
                        recipients,
                        sendingRules,
                        SettableClock.showing(() -> now)),
                gateway,
                store.jobs());
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        JobOutcome alone = counting.run(sendJobs().get(0).job());
        transactions.run(() -> alone.alongside().run());
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(counted.statements).hasValue(3);
        assertThat(counted.commits).hasValue(2);
        sendAll();
        happens("e2", RECEIVED);
        happens("e3", RECEIVED);
        counted.statements.set(0);
        JobOutcome digest = counting.run(sendJobs().get(0).job());
        transactions.run(() -> digest.alongside().run());
        assertThat(states("e3")).containsExactly(SENT);
        assertThat(counted.statements).hasValue(3);
    }

    @Test
    void messagesThatLeaveTogetherAreSentOnceEachAndRecordedTogether() {
        List<Job> jobs = fourMessages();
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        store.transactions().run(() -> sendMail.writeTogether(outcomes));
        assertThat(states("e1")).containsExactly(SENT, SENT, SENT, SENT);
        assertThat(gateway.sent)
                .extracting(mail -> mail.to().value())
                .containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        assertThat(gateway.sent).extracting(OutgoingMail::id).doesNotHaveDuplicates();
    }

    @Test
    void eachOfThoseThatLeaveTogetherHasItsOwnAnswer() {
        List<Job> jobs = fourMessages();
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 5.1.1"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.ACCEPTED, "250"));
        finishAll(sendMail.runTogether(jobs));
        assertThat(statesOf(jobs)).containsExactly(PERMANENT_FAILURE, TEMPORARY_FAILURE, SENT, SENT);
    }

    @Test
    void behindOneThatTheGatewayCouldNotTakeTheOthersWaitUnasked() {
        List<Job> jobs = fourMessages();
        gateway.answers.add(new DeliveryResult(DeliveryStatus.ACCEPTED, "250"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.UNAVAILABLE, "The mail server refuses our login"));
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        finishAll(outcomes);
        assertThat(gateway.sent).hasSize(2);
        assertThat(statesOf(jobs)).containsExactly(SENT, QUEUED, QUEUED, QUEUED);
        assertThat(outcomes.get(1)).isInstanceOf(JobOutcome.Rest.class);
        assertThat(outcomes.subList(2, 4)).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(JobOutcome.NotNow.class, waits -> assertThat(waits.pause())
                        .isZero()));
        assertThat(rows("e1")).extracting(LedgerRow::attempts).containsExactlyInAnyOrder(1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class, StackOverflowError.class})
    void aGatewayThatThrowsAtOneHasTheOthersSentOnce(Class<? extends Throwable> fault) {
        List<Job> jobs = fourMessages();
        gateway.before = () -> {
            if (gateway.sent.size() == 1) {
                gateway.before = () -> {};
                throwAnew(fault);
            }
        };
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        finishAll(outcomes);
        assertThat(gateway.sent).hasSize(3);
        assertThat(outcomes.get(1)).isInstanceOf(JobOutcome.TryLater.class);
        assertThat(statesOf(jobs)).containsExactly(SENT, SENDING, SENT, SENT);
    }

    private static void throwAnew(Class<? extends Throwable> fault) {
        try {
            throw fault.getDeclaredConstructor().newInstance();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new AssertionError("Not to be made", checked);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreOrHeldBackDoesNotLeaveWithTheOthers() {
        town.turnOn("a@example.org", "b@example.org");
        happens("e1", RECEIVED);
        happens(event("other", "c-2", 2, RECEIVED));
        build(Map.of("digestMinutes", "0"));
        happens("e2", new CaseChange.Withdrawn());
        holdBack("b@example.org");
        List<Job> jobs = sendJobs().stream().map(Waiting::job).toList();
        finishAll(sendMail.runTogether(jobs));
        assertThat(gateway.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().value()).isEqualTo("a@example.org"));
        assertThat(states("e1")).containsExactlyInAnyOrder(CANCELLED, CANCELLED);
    }

    /** Messages about one case, to four addresses, in the order of their jobs. */
    private List<Job> fourMessages() {
        town.turnOn("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        happens("e1", RECEIVED);
        return sendJobs().stream().map(Waiting::job).toList();
    }

    private void finishAll(List<JobOutcome> outcomes) {
        store.transactions()
                .run(() -> outcomes.forEach(outcome -> outcome.alongside().run()));
    }

    private List<MessageState> statesOf(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job ->
                        store.messages().ofMessage(UUID.fromString(job.id().key())).stream())
                .map(LedgerRow::state)
                .toList();
    }

    /**
     * The events, the cases, the messages, and what the record system was told of these cases by which events; beside
     * those that add and remove jobs, which are the engine's.
     */
    @Test
    void fiftyFollowUpsOfAUnitAreFiveStatementsOnPostgres() {
        town.turnOn("reception@example.org");
        build(Map.of("digestMinutes", "0"));
        CountedStatements counted = new CountedStatements(store.pool);
        JdbcTransactions transactions = new JdbcTransactions(counted);
        FollowUp counting = counting(transactions, new Sql(transactions, counted));
        intake.accept(new Actor.Host("test"), newCases(50));
        List<Job> jobs = store.jobs().waiting(100).stream().map(Waiting::job).toList();
        List<JobOutcome> outcomes = counting.runTogether(jobs);
        transactions.run(() -> counting.writeTogether(outcomes));
        assertThat(sendJobs()).hasSize(50);
        // H2 locks case by case and runs a batch row by row, in this process.
        assertThat(counted.statements)
                .hasValue(store.settings().isEmbedded() ? 1 + 50 + 50 + 1 + 1 : 1 + 1 + 1 + 1 + 1);
        assertThat(counted.commits).hasValue(1);
    }

    private FollowUp counting(JdbcTransactions transactions, Sql sql) {
        boolean embedded = store.settings().isEmbedded();
        JdbcCases cases = new JdbcCases(transactions, sql, embedded);
        JdbcMessageLedger rows = new JdbcMessageLedger(transactions, sql, store.clock(), () -> 1, embedded);
        Outbox counted = new Outbox(
                rows, store.suppressions(), cases, store.jobs(), window, recipients, List.of(email), store.clock());
        JdbcEventLog events = new JdbcEventLog(sql);
        CaseNotices ofRecordSystems =
                new CaseNotices(town.settings, rules, rows, events, cases, store.jobs(), store.clock());
        return new FollowUp(events, cases, facts, counted, cancelled, ofRecordSystems, store.changes());
    }

    private static List<CaseEvent> newCases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CaseEvent(
                        new EventId("new-" + i),
                        Instant.ofEpochSecond(1),
                        new CaseRef(CASE.unit(), "new-" + i),
                        OptionalLong.empty(),
                        RECEIVED))
                .toList();
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
    void recipientsAreForgottenADayAfterASentMessageIsFinal() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        sendAll();
        LedgerCleanup tidy =
                new LedgerCleanup(store.messages(), store.sentMessages(), store.digests(), store.jobs(), store.clock());
        finish(tidy.run(job(LedgerCleanup.JOB.type())));
        assertThat(rows("e1").get(0).shown()).contains("r***@example.org");
        tidyAfter(Duration.ofDays(7));
        assertThat(rows("e1").get(0).shown()).contains("r***@example.org");
        tidyAfter(Duration.ofDays(8).plusHours(1));
        assertThat(rows("e1").get(0).shown()).isEmpty();
        assertThat(rows("e1").get(0).recipient()).startsWith("gone:");
    }

    private void tidyAfter(Duration time) {
        Clock later = Clock.offset(store.clock(), time);
        finish(new LedgerCleanup(store.messages(), store.sentMessages(), store.digests(), store.jobs(), later)
                .run(job(LedgerCleanup.JOB.type())));
    }

    @Test
    void theEngineCarriesItFromIntakeToGateway() {
        now = store.clock().instant();
        town.turnOn("reception@example.org");
        store.handle(followUp);
        store.handle(sendMail);
        intake.accept(new Actor.Host("test"), List.of(Events.event("e1", 1, RECEIVED)));
        await().untilAsserted(() -> assertThat(states("e1")).containsExactly(SENT));
        assertThat(gateway.sent).hasSize(1);
        await().untilAsserted(() -> assertThat(sendJobs()).isEmpty());
    }

    /** The unit's own words about new cases. */
    private static StaffMessages words(int minutes, StaffText newCase) {
        return new StaffMessages(new TopicMessages(minutes, newCase, null), null, null, null, null);
    }

    private void holdBack(String address) {
        Destination to = new Destination(address, address, "a***@example.org");
        departures.holdBack(email, to, "550");
    }

    private static PlatformEvent event(String id, String caseId, long at, CaseChange change) {
        return new CaseEvent(
                new EventId(id),
                Instant.ofEpochSecond(at),
                new CaseRef(Events.UNIT, caseId),
                OptionalLong.empty(),
                change);
    }

    private void happens(String id, CaseChange change) {
        happens(Events.event(id, now.getEpochSecond(), change));
    }

    private void happens(PlatformEvent event) {
        intake.accept(new Actor.Host("test"), List.of(event));
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

    /** Ends the one send job as the engine does after the last attempt. */
    private void giveUp(String reason) {
        Job job = sendJobs().get(0).job();
        store.transactions().run(() -> sendMail.gaveUp(job, reason));
        store.jobs().cancel(job.id());
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
                .filter(waiting -> waiting.job().id().type().equals(email.jobType()))
                .toList();
    }

    private Job job(String type) {
        return store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<LedgerRow> rows(String event) {
        return store.messages().about(CASE).stream()
                .filter(row -> row.event().equals(event))
                .toList();
    }

    private List<MessageState> states(String event) {
        return rows(event).stream().map(LedgerRow::state).toList();
    }

    /** Says what it was told to say, else yes. */
    private static final class Gateway implements MailGateway {

        final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
        final Queue<DeliveryResult> answers = new ConcurrentLinkedQueue<>();
        volatile Runnable before = () -> {};
        volatile Runnable recovered = () -> {};
        volatile boolean rests;

        @Override
        public Runnable onRecovery(Runnable listener) {
            recovered = listener;
            return () -> {};
        }

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            if (rests) {
                return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "The mail server refuses our login");
            }
            before.run();
            sent.add(mail);
            return Optional.ofNullable(answers.poll())
                    .orElseGet(() -> new DeliveryResult(DeliveryStatus.ACCEPTED, "250 " + UUID.randomUUID()));
        }
    }
}

package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendMessages;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.delivery.StaffTestMessages;
import org.careunit.notifications.internal.ledger.LedgerReports;
import org.careunit.notifications.internal.ledger.MatchReceipts;
import org.careunit.notifications.internal.ledger.PartReceipts;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.texts.SmsTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SMS from the ledger to the gateway, and their receipts back, on every database. */
abstract class SmsContract {

    private static final StaffId A = new StaffId("SE1111111111-A");
    private static final TelephoneNumber NUMBER = new TelephoneNumber("+46701234567");
    private static final Actor OPERATOR = new Actor.Operator("test");

    @TempDir
    Path base;

    private final Town town = new Town();
    private final Gateway gateway = new Gateway();
    private TestStore store;
    private Instant now;
    private SmsChannel sms;
    private SendMessages sending;
    private StaffTestMessages tests;
    private PartReceipts receipts;
    private MatchReceipts matching;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        now = store.clock().instant();
        town.wantSms.put(A, NUMBER);
        build(Map.of("digestMinutes", "0"));
    }

    private void build(Map<String, Object> configuration) {
        Clock clock = SettableClock.showing(() -> now);
        NotificationsSettings settings = new NotificationsSettings(base, configuration);
        UnitRules rules = new UnitRules(town.units, town.settings, settings);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        Recipients recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        sms = new SmsChannel(new SmsTexts(rules), rules, store.smsParts(), settings, clock);
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, clock),
                recipients,
                List.of(sms),
                clock);
        MessageDispatch dispatch = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, clock), new StaffHours(town.clocks(store, clock), clock)),
                clock);
        sending = new SmsChannel.Sending(sms, dispatch, gateway, store.jobs());
        tests = new StaffTestMessages(
                FakeAccess.platform(),
                store.transactions(),
                store.messages(),
                store.audit(),
                recipients,
                outbox,
                rules);
        LedgerReports reports =
                new LedgerReports(store.transactions(), store.sentMessages(), recipients, store.pseudonyms(), clock);
        receipts = new PartReceipts(store.transactions(), store.smsParts(), reports, clock);
        matching = new MatchReceipts(receipts, store.smsParts(), store.jobs(), clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aTestMessageLeavesAsSms() {
        LedgerRow row = sent("p1");
        assertThat(row.state()).isEqualTo(SENT);
        assertThat(row.shown()).contains("+46***67");
        assertThat(gateway.sent).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(NUMBER);
            assertThat(message.text()).contains("Testmeddelande", "Provmottagningen");
        });
    }

    @Test
    void itIsDeliveredWhenAllItsPartsAre() {
        LedgerRow row = sent("p1", "p2");
        receipts.accept(delivered("p2"));
        receipts.accept(delivered("p2"));
        assertThat(state(row)).isEqualTo(SENT);
        receipts.accept(delivered("p1"));
        assertThat(state(row)).isEqualTo(DELIVERED);
    }

    @Test
    void onePartThatFailsEndsItAndSuppressesTheNumber() {
        LedgerRow row = sent("p1", "p2");
        receipts.accept(delivered("p1"));
        receipts.accept(new SmsReceipt(List.of("p2"), DeliveryStatus.PERMANENT_FAILURE, "receipt: no such number"));
        assertThat(state(row)).isEqualTo(PERMANENT_FAILURE);
        assertThat(store.messages().find(row.id()).orElseThrow().detail()).isEqualTo("receipt: no such number");
        String address = store.pseudonyms().all(Purpose.ADDRESS, NUMBER.e164()).get(0);
        assertThat(store.suppressions().find(Channel.SMS, List.of(address))).isPresent();
    }

    @Test
    void aReceiptThatComesFirstWaitsForItsPart() {
        receipts.accept(delivered("p1"));
        LedgerRow row = sent("p1");
        assertThat(state(row)).isEqualTo(SENT);
        finish(matching.run(job(MatchReceipts.JOB.type())));
        assertThat(state(row)).isEqualTo(DELIVERED);
    }

    @Test
    void receiptsOfStrangersAreForgotten() {
        receipts.accept(delivered("nobody"));
        receipts.setAside("something else");
        now = now.plus(Duration.ofDays(5));
        finish(matching.run(job(MatchReceipts.JOB.type())));
        store.smsParts().enter(Map.of(UUID.randomUUID(), List.of("nobody")), now);
        assertThat(store.smsParts().matched(10)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsShownUntilItIsDiscarded() {
        receipts.setAside("first");
        now = now.plusSeconds(1);
        receipts.setAside("second\u0000" + "x".repeat(1_000));
        assertThat(receipts.unreadable())
                .extracting(UnreadableReceipt::text)
                .satisfiesExactly(text -> assertThat(text).startsWith("second ").hasSize(500), text -> assertThat(text)
                        .isEqualTo("first"));
        assertThat(receipts.discardUnreadable()).isEqualTo(2);
        assertThat(receipts.unreadable()).isEmpty();
    }

    @Test
    void ofWhatCannotBeReadAThousandIsKept() {
        for (int receipt = 0; receipt < SmsReceipts.MOST_UNREADABLE + 5; receipt++) {
            receipts.setAside("unreadable");
        }
        assertThat(receipts.unreadable()).hasSize(SmsReceipts.MOST_UNREADABLE);
    }

    @Test
    void tidyingIsForEveryHourAndMatchingForEveryFewSeconds() {
        finish(matching.run(job(MatchReceipts.JOB.type())));
        now = now.minus(Duration.ofDays(5));
        receipts.setAside("old");
        now = now.plus(Duration.ofDays(5)).plus(Duration.ofMinutes(30));
        finish(matching.run(job(MatchReceipts.JOB.type())));
        assertThat(receipts.unreadable()).hasSize(1);
        now = now.plus(Duration.ofHours(1));
        finish(matching.run(job(MatchReceipts.JOB.type())));
        assertThat(receipts.unreadable()).isEmpty();
    }

    @Test
    void theDailyLimitCountsTheUnitsOwnSms() {
        sent("p1", "p2");
        Instant before = now.minusSeconds(60);
        assertThat(store.smsParts().sentSince(Events.UNIT, before)).isEqualTo(1);
        assertThat(store.smsParts().sentSince(new HsaId("SE1111111111-OTHER"), before))
                .isZero();
        assertThat(store.smsParts().sentSince(Events.UNIT, now.plusSeconds(60))).isZero();
    }

    @Test
    void anotherFormOfTheIdFindsThePart() {
        LedgerRow row = sent("2046620");
        receipts.accept(new SmsReceipt(List.of("1f3a9c", "2046620"), DeliveryStatus.DELIVERED, "receipt"));
        assertThat(state(row)).isEqualTo(DELIVERED);
    }

    @Test
    void aUnitThatHasSentItsSmsWaitsForTheNextDay() {
        build(Map.of("digestMinutes", "0", "smsPerDay", "1"));
        sent("p1");
        LedgerEntry second = tests.send(OPERATOR, Events.UNIT, A, Channel.SMS);
        JobOutcome outcome = sending.run(sendJob());
        assertThat(outcome).isInstanceOf(JobOutcome.NotNow.class);
        assertThat(((JobOutcome.NotNow) outcome).reason()).contains("1 SMS today");
        assertThat(store.messages().find(second.id()).orElseThrow().state()).isEqualTo(QUEUED);
        now = now.plus(Duration.ofDays(1));
        assertThat(sending.run(sendJob())).isInstanceOf(JobOutcome.Done.class);
    }

    @Test
    void smsThatLeaveTogetherCountOneByOne() {
        build(Map.of("digestMinutes", "0", "smsPerDay", "1"));
        gateway.answer = new DeliveryResult(DeliveryStatus.ACCEPTED, "", List.of("p1"));
        tests.send(OPERATOR, Events.UNIT, A, Channel.SMS);
        tests.send(OPERATOR, Events.UNIT, A, Channel.SMS);
        List<Job> jobs = store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(sending.type()))
                .toList();
        List<JobOutcome> outcomes = sending.runTogether(jobs);
        store.transactions()
                .run(() -> outcomes.forEach(outcome -> outcome.alongside().run()));
        assertThat(outcomes).hasSize(2).hasOnlyElementsOfTypes(JobOutcome.Done.class, JobOutcome.NotNow.class);
        assertThat(jobs)
                .extracting(job -> store.messages()
                        .ofMessage(UUID.fromString(job.id().key()))
                        .get(0)
                        .state())
                .containsExactly(SENT, QUEUED);
    }

    @Test
    void aCountryThatIsNotAllowedEndsItAndSuppressesNobody() {
        gateway.answer = new DeliveryResult(DeliveryStatus.NOT_ALLOWED, "no SMS may go there");
        LedgerEntry entry = tests.send(OPERATOR, Events.UNIT, A, Channel.SMS);
        finish(sending.run(sendJob()));
        assertThat(store.messages().find(entry.id()).orElseThrow().state()).isEqualTo(TECHNICAL_FAILURE);
        String address = store.pseudonyms().all(Purpose.ADDRESS, NUMBER.e164()).get(0);
        assertThat(store.suppressions().find(Channel.SMS, List.of(address))).isEmpty();
    }

    private static SmsReceipt delivered(String id) {
        return new SmsReceipt(List.of(id), DeliveryStatus.DELIVERED, "receipt: delivered");
    }

    private LedgerRow sent(String... parts) {
        gateway.answer = new DeliveryResult(DeliveryStatus.ACCEPTED, "", List.of(parts));
        LedgerEntry entry = tests.send(OPERATOR, Events.UNIT, A, Channel.SMS);
        Job job = sendJob();
        finish(sending.run(job));
        store.jobs().cancel(job.id());
        return store.messages().find(entry.id()).orElseThrow();
    }

    private MessageState state(LedgerRow row) {
        return store.messages().find(row.id()).orElseThrow().state();
    }

    private void finish(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    private Job sendJob() {
        return job(sms.jobType());
    }

    private Job job(String type) {
        return store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Says what it was told to say. */
    private static final class Gateway implements SmsGateway {

        final List<OutgoingSms> sent = new CopyOnWriteArrayList<>();
        volatile DeliveryResult answer;

        @Override
        public DeliveryResult send(OutgoingSms message) {
            sent.add(message);
            return answer;
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public Runnable onRecovery(Runnable listener) {
            return () -> {};
        }
    }
}

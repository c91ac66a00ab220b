package org.careunit.notifications.internal;

import static org.careunit.notifications.internal.Events.CASE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.TopicMessages;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.Destination;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.SendMessages;
import org.careunit.notifications.internal.delivery.StaffTestMessages;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A unit, its staff and a mail gateway, with messages that the test sends by hand, on a store. */
abstract class OutgoingFixture {

    static final Actor OPERATOR = new Actor.Operator("test");
    static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    static final StaffId A = new StaffId("SE1111111111-A");
    static final StaffId B = new StaffId("SE1111111111-B");

    @TempDir
    Path base;

    final Town town = new Town();
    final Gateway gateway = new Gateway();
    Instant now = Instant.parse("2000-01-03T08:00:00Z");
    TestStore store;
    Intake intake;
    FollowUp followUp;
    EmailChannel email;
    SendMessages sendMail;
    OperatorsLedger ledger;
    StaffTestMessages tests;
    MessagingParts parts;
    Recipients recipients;
    Outbox outbox;
    MessageDispatch dispatch;

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

    void build(Map<String, Object> configuration) {
        Clock clock = SettableClock.showing(() -> now);
        NotificationsSettings settings = new NotificationsSettings(base, configuration);
        UnitClocks clocks = town.clocks(store, clock);
        parts = new MessagingParts(
                store,
                new MessagingParts.Sources(town.units, town.settings, town.staff, settings, false),
                clocks,
                clock);
        recipients = parts.recipients;
        email = parts.email;
        outbox = parts.outbox;
        followUp = parts.followUp;
        dispatch = parts.dispatch;
        intake = Intakes.of(store, clocks, clock);
        sendMail = new EmailChannel.Sending(email, dispatch, gateway, store.jobs());
        tests = new StaffTestMessages(
                FakeAccess.platform(),
                store.transactions(),
                store.messages(),
                store.audit(),
                recipients,
                outbox,
                parts.rules);
        ledger = new OperatorsLedger(
                FakeAccess.platform(), store.transactions(), store.messages(), recipients, outbox, parts.notices);
    }

    /** The unit's own words about new cases. */
    static StaffMessages words(int minutes, StaffText newCase) {
        return new StaffMessages(new TopicMessages(minutes, newCase, null), null, null, null, null);
    }

    void holdBack(String address) {
        Destination to = new Destination(address, address, "a***@example.org");
        dispatch.holdBack(email, to, "550");
    }

    static PlatformEvent event(String id, String caseId, long at, CaseChange change) {
        return new CaseEvent(
                new EventId(id),
                Instant.ofEpochSecond(at),
                new CaseRef(Events.UNIT, caseId),
                OptionalLong.empty(),
                change);
    }

    void happens(String id, CaseChange change) {
        happens(Events.event(id, now.getEpochSecond(), change));
    }

    void happens(PlatformEvent event) {
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
    JobOutcome send() {
        JobOutcome outcome = sendMail.run(sendJobs().get(0).job());
        finish(outcome);
        return outcome;
    }

    /** Ends the one send job as the engine does after the last attempt. */
    void giveUp(String reason) {
        Job job = sendJobs().get(0).job();
        store.transactions().run(() -> sendMail.gaveUp(job, reason));
        store.jobs().cancel(job.id());
    }

    /** Runs all send jobs to their end, whenever they are due. */
    void sendAll() {
        for (Waiting waiting : sendJobs()) {
            finish(sendMail.run(waiting.job()));
            store.jobs().cancel(waiting.job().id());
        }
    }

    void finish(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    List<Waiting> sendJobs() {
        return store.jobs().waiting(100).stream()
                .filter(waiting -> waiting.job().id().type().equals(email.jobType()))
                .toList();
    }

    Job job(String type) {
        return store.jobs().waiting(100).stream()
                .map(Waiting::job)
                .filter(job -> job.id().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    List<LedgerRow> rows(String event) {
        return store.messages().about(CASE).stream()
                .filter(row -> row.event().equals(event))
                .toList();
    }

    List<MessageState> states(String event) {
        return rows(event).stream().map(LedgerRow::state).toList();
    }

    /** Says what it was told to say, else yes. */
    static final class Gateway implements MailGateway {

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

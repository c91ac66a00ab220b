package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Messages;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recordsystem.NamedResident;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch;
import org.careunit.notifications.internal.recordsystem.PassedTests;
import org.careunit.notifications.internal.recordsystem.RecordSystemRegister;
import org.careunit.notifications.internal.recordsystem.RecordSystemsComponent;
import org.careunit.notifications.internal.recordsystem.SendCaseNotices;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.notifications.internal.reminders.DueSweep;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.notifications.internal.reminders.RemindDue;
import org.careunit.notifications.internal.reminders.RemindResident;
import org.careunit.notifications.internal.timeline.CalculatedTimelines;
import org.careunit.notifications.internal.why.LedgerRowExplanations;
import org.careunit.notifications.internal.why.MissingNewsExplanations;
import org.careunit.notifications.internal.why.SectionVersions;
import org.careunit.notifications.internal.why.StoredExplanations;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.testkit.fakes.FakeAccess;

/** The services of one node that make messages of events, on a store and a clock that a test moves. */
final class VirtualNode implements AutoCloseable {

    final ResidentRules residentRules;
    final Recipients recipients;
    final CaseSchedule schedule;
    final CaseExplanations explanations;
    final CaseTimelines timelines;
    final Messages messages;
    final Intake intake;
    final DueSweep sweep;
    final ClockWatch watch;
    final UnitClocks clocks;
    final RecordSystemsComponent records;
    private final PassedTests tests;
    final Map<String, JobHandler> handlers = new HashMap<>();

    /**
     * What messages and notices leave by.
     *
     * @param smsPerDay how many SMS the unit may send on one day; 0 for any number
     * @param identities who the residents are, for the record system
     */
    record Gateways(
            MailGateway mail,
            Optional<SmsGateway> sms,
            int smsPerDay,
            Optional<RecordSystem> records,
            ResidentIdentities identities) {

        /** By e-mail alone. */
        static Gateways of(MailGateway mail) {
            return new Gateways(mail, Optional.empty(), 0, Optional.empty(), ref -> Optional.empty());
        }
    }

    /** @param transactions as events are taken in by; may fail */
    VirtualNode(TestStore store, Path base, Town town, Clock clock, Gateways gateways, Transactions transactions) {
        NotificationsSettings settings =
                new NotificationsSettings(base, Map.of("smsPerDay", Integer.toString(gateways.smsPerDay())));
        clocks = town.clocks(store, clock);
        MessagingParts parts = new MessagingParts(
                store,
                new MessagingParts.Sources(
                        town.units,
                        town.settings,
                        town.staff,
                        settings,
                        gateways.sms().isPresent()),
                clocks,
                clock);
        parts.rules.setRegions(town.regions);
        recipients = parts.recipients;
        schedule = parts.schedule;
        residentRules = parts.residentRules;
        intake = new Intake(
                FakeAccess.platform(),
                transactions,
                store.events(),
                store.cases(),
                store.jobs(),
                parts.reader,
                schedule);
        watch = new ClockWatch(
                store.units(), store.dues(), schedule, store.jobs(), new SilentBroadcast(store.changes()), clock);
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        SectionVersions versions = new SectionVersions(store.units(), town.settings, town.regions);
        explanations = new StoredExplanations(
                FakeAccess.platform(),
                store.cases(),
                parts.reader,
                new LedgerRowExplanations(store.messages(), store.jobs(), versions),
                new MissingNewsExplanations(schedule, parts.facts, versions));
        timelines = new CalculatedTimelines(FakeAccess.platform(), clocks, parts.facts, parts.outbox, versions);
        messages = new OperatorsLedger(
                FakeAccess.platform(), store.transactions(), store.messages(), recipients, parts.outbox, parts.notices);
        addHandlers(store, parts, gateways);
        NoticeDispatch notices =
                new NoticeDispatch(store.transactions(), store.messages(), store.events(), parts.rules);
        tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        records = records(store, clock, gateways, notices);
    }

    private void addHandlers(TestStore store, MessagingParts parts, Gateways gateways) {
        add(sweep);
        add(watch);
        add(parts.followUp);
        add(new RemindDue(
                store.dues(), store.cases(), parts.reader, schedule, parts.facts, parts.outbox, store.jobs()));
        add(new RemindResident(recipients, parts.outbox, residentRules));
        add(new RecalculateClocks(store.dues(), store.cases(), parts.reader, schedule));
        add(new EmailChannel.Sending(parts.email, parts.dispatch, gateways.mail(), store.jobs()));
        parts.sms.ifPresent(sms ->
                add(new SmsChannel.Sending(sms, parts.dispatch, gateways.sms().orElseThrow(), store.jobs())));
    }

    private RecordSystemsComponent records(TestStore store, Clock clock, Gateways gateways, NoticeDispatch notices) {
        RecordSystemRegister register = new RecordSystemRegister();
        gateways.records()
                .ifPresent(
                        system -> register.addSystem(system, Map.of(RecordSystem.UNITS, List.of(Events.UNIT.value()))));
        NamedResident residents = new NamedResident();
        residents.setHost(gateways.identities());
        RecordSystemsComponent systems =
                new RecordSystemsComponent(FakeAccess.platform(), store.units(), register, tests, clock);
        add(new SendCaseNotices(register, systems, residents, notices, clock));
        return systems;
    }

    private void add(JobHandler handler) {
        handlers.put(handler.type(), handler);
    }

    /** Ends the node; what it had begun stays as it is. */
    @Override
    public void close() {
        watch.close();
        clocks.close();
        tests.close();
    }

    /** Hears of no change: the test says when the watch looks. */
    private record SilentBroadcast(ChangeBroadcast of) implements ChangeBroadcast {

        @Override
        public void announce(Change change) {
            of.announce(change);
        }

        @Override
        public Runnable listen(Listener listener) {
            return () -> {};
        }

        @Override
        public boolean isPending(Predicate<Change> change) {
            return of.isPending(change);
        }

        @Override
        public long noticesOf(HsaId unit) {
            return of.noticesOf(unit);
        }
    }
}

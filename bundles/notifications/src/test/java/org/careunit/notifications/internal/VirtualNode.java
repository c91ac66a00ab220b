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
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.recordsystem.NamedResident;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch;
import org.careunit.notifications.internal.recordsystem.PassedTests;
import org.careunit.notifications.internal.recordsystem.RecordSystemRegister;
import org.careunit.notifications.internal.recordsystem.RecordSystemsComponent;
import org.careunit.notifications.internal.recordsystem.SendCaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.notifications.internal.reminders.DueSweep;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.notifications.internal.reminders.RemindDue;
import org.careunit.notifications.internal.reminders.RemindResident;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.SmsTexts;
import org.careunit.notifications.internal.texts.UnitRules;
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
        UnitRules rules = new UnitRules(town.units, town.settings, settings);
        rules.setRegions(town.regions);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        SmsChannel sms = new SmsChannel(new SmsTexts(rules), rules, store.smsParts(), settings, clock);
        DigestWindow window = new DigestWindow(store.digests(), store.messages(), rules, clock);
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                window,
                recipients,
                gateways.sms().isPresent() ? List.of(email, sms) : List.of(email),
                clock);
        clocks = town.clocks(store, clock);
        schedule = new CaseSchedule(clocks, clock);
        CaseReader reader = new CaseReader(store.events());
        residentRules = new ResidentRules(rules, clock);
        UnitFacts facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        intake = new Intake(
                FakeAccess.platform(), transactions, store.events(), store.cases(), store.jobs(), reader, schedule);
        watch = new ClockWatch(
                store.units(), store.dues(), schedule, store.jobs(), new SilentBroadcast(store.changes()), clock);
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        CancelledReminders cancelled = new CancelledReminders(store.cases(), store.messages(), schedule);
        MessageDispatch departures = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(residentRules, new StaffHours(clocks, clock)),
                clock);
        SectionVersions versions = new SectionVersions(store.units(), town.settings, town.regions);
        explanations = new StoredExplanations(
                FakeAccess.platform(),
                store.cases(),
                reader,
                new LedgerRowExplanations(store.messages(), store.jobs(), versions),
                new MissingNewsExplanations(schedule, facts, versions));
        timelines = new CalculatedTimelines(FakeAccess.platform(), clocks, facts, outbox, versions);
        add(sweep);
        add(watch);
        CaseNotices caseNotices = new CaseNotices(
                town.settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), clock);
        add(new FollowUp(store.events(), store.cases(), facts, outbox, cancelled, caseNotices, store.changes()));
        messages = new OperatorsLedger(
                FakeAccess.platform(), store.transactions(), store.messages(), recipients, outbox, caseNotices);
        add(new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs()));
        add(new RemindResident(recipients, outbox, residentRules));
        add(new RecalculateClocks(store.dues(), store.cases(), reader, schedule));
        add(new EmailChannel.Sending(email, departures, gateways.mail(), store.jobs()));
        gateways.sms().ifPresent(gateway -> add(new SmsChannel.Sending(sms, departures, gateway, store.jobs())));
        NoticeDispatch notices = new NoticeDispatch(store.transactions(), store.messages(), store.events(), rules);
        tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        records = records(store, clock, gateways, notices);
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

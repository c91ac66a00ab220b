package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
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
    final Intake intake;
    final DueSweep sweep;
    final ClockWatch watch;
    final UnitClocks clocks;
    final Map<String, JobHandler> handlers = new HashMap<>();

    /** @param transactions as events are taken in by; may fail */
    VirtualNode(TestStore store, Path base, Town town, Clock clock, MailGateway gateway, Transactions transactions) {
        NotificationsSettings settings = new NotificationsSettings(base, Map.of());
        UnitRules rules = new UnitRules(town.units, town.settings, settings);
        rules.setRegions(town.regions);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        DigestWindow window = new DigestWindow(store.digests(), store.messages(), rules, clock);
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                window,
                recipients,
                List.of(email),
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
                store.transactions(), store.messages(), store.suppressions(), recipients, residentRules, clock);
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
        add(new FollowUp(store.events(), store.cases(), facts, outbox, cancelled));
        add(new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs()));
        add(new RemindResident(recipients, outbox, residentRules));
        add(new RecalculateClocks(store.dues(), store.cases(), reader, schedule));
        add(new EmailChannel.Sending(email, departures, gateway, store.jobs()));
    }

    private void add(JobHandler handler) {
        handlers.put(handler.type(), handler);
    }

    /** Ends the node; what it had begun stays as it is. */
    @Override
    public void close() {
        watch.close();
        clocks.close();
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

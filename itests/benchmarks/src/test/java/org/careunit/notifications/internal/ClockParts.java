package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.notifications.internal.reminders.DueSweep;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.notifications.internal.reminders.RemindDue;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.Stub;

/**
 * Clocks, reminders and news on one store, by the settings that units and regions have saved. It is a working morning
 * here, whenever the benchmark runs.
 */
public final class ClockParts implements AutoCloseable {

    /** When it begins: Wednesday, 9 o'clock in Sweden. Not after now, so that no job waits for that time to come. */
    public static final Instant MORNING = Instant.parse("2026-09-16T07:00:00Z");

    private static final JobId SWEEP = JobId.of("sweep-clocks", "due");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestStore store;
    private final Clock clock;
    private final UnitClocks clocks;
    private final CaseSchedule schedule;
    private final DueSweep sweep;
    private final RemindDue reminding;
    private final Intake intake;
    private final List<JobHandler> handlers;
    private final AtomicInteger recalculated = new AtomicInteger();
    private ClockWatch watch;

    /** What units, regions and the catalogue have decided. */
    public record Decided(UnitSettings settings, RegionSettings regions, CaseTypes types) {}

    public ClockParts(TestStore store, Path base, Decided decided, MailGateway gateway) {
        this.store = store;
        clock = Clock.offset(store.clock(), Duration.between(store.clock().instant(), MORNING));
        clocks = new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), clock);
        clocks.setSettings(decided.settings());
        clocks.setRegions(decided.regions());
        clocks.setCaseTypes(decided.types());
        schedule = new CaseSchedule(clocks, clock);
        CaseReader reader = new CaseReader(store.events());
        UnitRules rules = rules(base, decided);
        Recipients recipients = recipients(decided);
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        Outbox outbox = outbox(rules, recipients, email);
        UnitFacts facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        reminding = new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs());
        intake = new Intake(
                FakeAccess.everybody(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                reader,
                schedule);
        CancelledReminders cancelled = new CancelledReminders(store.cases(), store.messages(), schedule);
        MessageDispatch departures = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, clock), new StaffHours(clocks, clock)),
                clock);
        CaseNotices notices = new CaseNotices(
                decided.settings(), rules, store.messages(), store.events(), store.cases(), store.jobs(), clock);
        handlers = List.of(
                new FollowUp(store.events(), store.cases(), facts, outbox, cancelled, notices),
                new EmailChannel.Sending(email, departures, gateway, store.jobs()),
                reminding,
                new OnTheStoresTime(sweep),
                new OnTheStoresTime(new RecalculateClocks(store.dues(), store.cases(), reader, schedule)));
    }

    private static UnitRules rules(Path base, Decided decided) {
        Units units = Stub.of(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
        NotificationsSettings configured = new NotificationsSettings(base, Map.of("digestMinutes", "0"));
        UnitRules rules = new UnitRules(units, decided.settings(), configured);
        rules.setRegions(decided.regions());
        return rules;
    }

    private Recipients recipients(Decided decided) {
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        PersonalSettings staff =
                Stub.of(PersonalSettings.class, "read", asked -> profile((HsaId) asked[1], (StaffId) asked[2]));
        return new Recipients(decided.settings(), staff, regional, store.pseudonyms());
    }

    /** Everybody has an address of their own. */
    private static Profile profile(HsaId unit, StaffId person) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.of(new EmailAddress(person.value() + "@example.net")),
                Optional.empty(),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
    }

    private Outbox outbox(UnitRules rules, Recipients recipients, EmailChannel email) {
        return new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, clock),
                recipients,
                List.of(email),
                clock);
    }

    public Intake intake() {
        return intake;
    }

    public Instant now() {
        return clock.instant();
    }

    /** When staff are reminded of an open case that a unit has got at an instant. */
    public Instant staffDue(StoredCase open) {
        return schedule.scheduled(open).staffDue().orElseThrow();
    }

    /** Has the clocks of a unit count as calculated by what is in force now. */
    public void calculated(HsaId unit) {
        store.dues().calculated(unit, clocks.fingerprint(unit));
    }

    /** One look for what is due and the reminders of one unit that follow, in nanoseconds; nothing is sent. */
    public long remind(HsaId unit) {
        long began = System.nanoTime();
        sweep.run(new Job(SWEEP, "", 0, clock.instant()));
        JobOutcome reminded = reminding.run(new Job(JobId.of("remind", unit.value()), "", 0, clock.instant()));
        store.transactions().run(() -> reminded.alongside().run());
        return System.nanoTime() - began;
    }

    /** Whether a message about a case waits to be sent. */
    public boolean isReminded(CaseRef subject) {
        return store.messages().about(subject).stream().anyMatch(row -> row.state() == MessageState.QUEUED);
    }

    /** From now on the store's engine sweeps, reminds, sends and watches for changes. */
    public void handle() {
        store.jobs().addAtStart(SWEEP);
        handlers.forEach(store::handle);
        watch = new ClockWatch(store.units(), store.dues(), schedule, store.jobs(), store.changes(), store.clock());
        store.handle(watch);
    }

    /** Of how many units all cases were calculated anew, counted since the start. */
    public int recalculated() {
        return recalculated.get();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        clocks.close();
    }

    /** Has what is due again some seconds later by the clock here be due so by the store's clock. */
    private final class OnTheStoresTime implements JobHandler {

        private final JobHandler handler;

        private OnTheStoresTime(JobHandler handler) {
            this.handler = handler;
        }

        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Priority priority() {
            return handler.priority();
        }

        @Override
        public int workers() {
            return handler.workers();
        }

        @Override
        public int workersPerDestination() {
            return handler.workersPerDestination();
        }

        @Override
        public JobOutcome run(Job job) throws Exception {
            JobOutcome outcome = handler.run(job);
            if (!(outcome instanceof JobOutcome.Again again)) {
                return outcome;
            }
            return new JobOutcome.Again(store.clock().instant().plus(SOON), again.payload(), () -> {
                again.alongside().run();
                if (handler instanceof RecalculateClocks) {
                    recalculated.incrementAndGet();
                }
            });
        }
    }
}

package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
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
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.Stub;

/**
 * The services of one node that take cases in, run their clocks and send e-mail, without digests; for the tests of
 * other modules.
 */
final class ClockServices implements AutoCloseable {

    final UnitClocks clocks;
    final CaseSchedule schedule;
    final Intake intake;
    final JobHandler followUp;
    final JobHandler sending;
    final RemindDue reminding;
    final DueSweep sweep;
    final RecalculateClocks recalculating;

    private final TestStore store;

    /**
     * What units, regions, the catalogue and staff have decided.
     *
     * @param addresses the address of each staff member
     */
    record Decided(
            UnitSettings settings,
            RegionSettings regions,
            CaseTypes types,
            Function<StaffId, EmailAddress> addresses) {}

    /** @param clock the time of the cases; the store has one of its own */
    ClockServices(TestStore store, Clock clock, Path base, Decided decided, MailGateway gateway) {
        this.store = store;
        clocks = new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), clock);
        clocks.setSettings(decided.settings());
        clocks.setRegions(decided.regions());
        clocks.setCaseTypes(decided.types());
        schedule = new CaseSchedule(clocks, clock);
        CaseReader reader = new CaseReader(store.events());
        UnitRules rules = rules(base, decided);
        Recipients recipients = recipients(store, clock, decided);
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, clock),
                recipients,
                List.of(email),
                clock);
        UnitFacts facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        intake = new Intake(
                FakeAccess.everybody(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                reader,
                schedule);
        followUp = new FollowUp(
                store.events(),
                store.cases(),
                facts,
                outbox,
                new CancelledReminders(store.cases(), store.messages(), schedule),
                notices(store, clock, decided, rules),
                store.changes());
        sending = new EmailChannel.Sending(email, dispatch(store, clock, recipients, rules), gateway, store.jobs());
        reminding = new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs());
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        recalculating = new RecalculateClocks(store.dues(), store.cases(), reader, schedule);
    }

    private static CaseNotices notices(TestStore store, Clock clock, Decided decided, UnitRules rules) {
        return new CaseNotices(
                decided.settings(), rules, store.messages(), store.events(), store.cases(), store.jobs(), clock);
    }

    private MessageDispatch dispatch(TestStore store, Clock clock, Recipients recipients, UnitRules rules) {
        return new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, clock), new StaffHours(clocks, clock)),
                clock);
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

    private static Recipients recipients(TestStore store, Clock clock, Decided decided) {
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        PersonalSettings staff = Stub.of(
                PersonalSettings.class,
                "read",
                asked -> profile((HsaId) asked[1], (StaffId) asked[2], decided.addresses()));
        return new Recipients(decided.settings(), staff, regional, store.pseudonyms());
    }

    private static Profile profile(HsaId unit, StaffId person, Function<StaffId, EmailAddress> addresses) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.of(addresses.apply(person)),
                Optional.empty(),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
    }

    /** Watches for changed settings, from now on; the caller closes it. */
    ClockWatch watch() {
        return new ClockWatch(store.units(), store.dues(), schedule, store.jobs(), store.changes(), store.clock());
    }

    @Override
    public void close() {
        clocks.close();
    }
}

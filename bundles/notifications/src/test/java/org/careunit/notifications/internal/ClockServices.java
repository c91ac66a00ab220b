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
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.notifications.internal.reminders.DueSweep;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.notifications.internal.reminders.RemindDue;
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
        NotificationsSettings configured = new NotificationsSettings(base, Map.of("digestMinutes", "0"));
        MessagingParts parts = new MessagingParts(
                store,
                new MessagingParts.Sources(units(), decided.settings(), staff(decided), configured, false),
                clocks,
                clock);
        parts.rules.setRegions(decided.regions());
        schedule = parts.schedule;
        intake = new Intake(
                FakeAccess.everybody(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                parts.reader,
                schedule);
        followUp = parts.followUp;
        sending = new EmailChannel.Sending(parts.email, parts.dispatch, gateway, store.jobs());
        reminding = new RemindDue(
                store.dues(), store.cases(), parts.reader, schedule, parts.facts, parts.outbox, store.jobs());
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        recalculating = new RecalculateClocks(store.dues(), store.cases(), parts.reader, schedule);
    }

    private static Units units() {
        return Stub.of(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
    }

    private static PersonalSettings staff(Decided decided) {
        return Stub.of(
                PersonalSettings.class,
                "read",
                asked -> profile((HsaId) asked[1], (StaffId) asked[2], decided.addresses()));
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

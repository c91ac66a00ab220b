package org.careunit.notifications.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
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
import org.careunit.storage.jobs.JobId;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.Stub;

/** The services of a node that take cases in, run their clocks and send what is due, by settings in a file. */
final class ReminderParts implements AutoCloseable {

    /** After how many working days staff are reminded until the file says otherwise. */
    static final int MANY_DAYS = 60;

    private static final Instant SAVED_AT = Instant.parse("2020-01-01T00:00:00Z");

    private final Path folder;
    private final UnitClocks clocks;
    private final ClockWatch watch;
    private final Intake intake;
    private final List<JobHandler> handlers;

    private final UnitSettings settings = Stub.of(
            UnitSettings.class,
            Map.of(
                    "names", asked -> UnitNames.NONE,
                    "read", asked -> new Versioned<>(section((Class<?>) asked[2]), 0),
                    "history", asked -> List.of()));

    private final RegionSettings regions = Stub.of(
            RegionSettings.class,
            Map.of(
                    "read",
                            asked -> new Versioned<>(
                                    asked[2] == QuietHours.class ? QuietHours.DEFAULT : ResidentTexts.DEFAULT, 0),
                    "readDefault", asked -> new Versioned<>(set((Class<?>) asked[2]), 1),
                    "defaultHistory", asked -> List.of(saved((Class<?>) asked[2]))));

    ReminderParts(TestStore store, Clock clock, Path folder, MailGateway gateway) {
        this.folder = folder;
        clocks = new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), clock);
        clocks.setSettings(settings);
        clocks.setRegions(regions);
        clocks.setCaseTypes(Stub.of(
                CaseTypes.class,
                Map.of(
                        "find", asked -> Optional.of(type((CaseTypeKey) asked[2])),
                        "ofUnit", asked -> List.of(type(new CaseTypeKey("kontakta-mig"))))));
        CaseSchedule schedule = new CaseSchedule(clocks, clock);
        CaseReader reader = new CaseReader(store.events());
        UnitRules rules = rules();
        Recipients recipients = recipients(store, clock);
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
        MessageDispatch departures = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, clock), new StaffHours(clocks, clock)),
                clock);
        watch = new ClockWatch(store.units(), store.dues(), schedule, store.jobs(), store.changes(), store.clock());
        handlers = List.of(
                new FollowUp(
                        store.events(),
                        store.cases(),
                        facts,
                        outbox,
                        new CancelledReminders(store.cases(), store.messages(), schedule),
                        new CaseNotices(
                                settings,
                                rules,
                                store.messages(),
                                store.events(),
                                store.cases(),
                                store.jobs(),
                                clock)),
                new EmailChannel.Sending(email, departures, gateway, store.jobs()),
                new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs()),
                new DueSweep(store.dues(), store.jobs(), clock),
                new RecalculateClocks(store.dues(), store.cases(), reader, schedule),
                watch);
        store.jobs().addAtStart(JobId.of("sweep-clocks", "due"));
        store.jobs().addAtStart(JobId.of("watch-clocks", "settings"));
    }

    /** After how many working days the region has staff reminded, as the file says now. */
    int days() {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("days")).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Section section(Class<?> section) {
        if (section == StaffReminder.class) {
            return new StaffReminder(true, days());
        }
        if (section == ResidentReminder.class) {
            return ResidentReminder.DEFAULT;
        }
        if (section == ClosedDays.class) {
            return ClosedDays.NONE;
        }
        if (section == Simulated.class) {
            return Simulated.OFF;
        }
        if (section == RecordSystemNotification.class) {
            return RecordSystemNotification.OFF;
        }
        return section == StaffMessages.class ? StaffMessages.DEFAULT : EmailNotification.OFF;
    }

    private Default<Section> set(Class<?> section) {
        return new Default<>(section(section), false);
    }

    private Saved<Default<Section>> saved(Class<?> section) {
        return new Saved<>(1, Optional.of(set(section)), "staff:test", SAVED_AT, List.of());
    }

    private static UnitCaseType type(CaseTypeKey key) {
        return new UnitCaseType(key, "Kontakta mig", true, OptionalInt.of(3), OptionalInt.empty(), false);
    }

    private UnitRules rules() {
        Units units = Stub.of(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
        UnitRules rules =
                new UnitRules(units, settings, new NotificationsSettings(folder, Map.of("digestMinutes", "0")));
        rules.setRegions(regions);
        return rules;
    }

    private Recipients recipients(TestStore store, Clock clock) {
        PersonalSettings staff =
                Stub.of(PersonalSettings.class, "read", asked -> profile((HsaId) asked[1], (StaffId) asked[2]));
        return new Recipients(
                settings, staff, new RegionalAdministrators(store.units(), store.grants(), clock), store.pseudonyms());
    }

    private static Profile profile(HsaId unit, StaffId person) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.of(new EmailAddress("anna@example.net")),
                Optional.empty(),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
    }

    Intake intake() {
        return intake;
    }

    List<JobHandler> handlers() {
        return handlers;
    }

    @Override
    public void close() {
        watch.close();
        clocks.close();
    }
}

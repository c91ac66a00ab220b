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
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
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
import org.careunit.api.units.UnitNames;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.testkit.fakes.Stub;

/** The services of a node that take cases in, run their clocks and send what is due, by settings in a file. */
final class ReminderParts implements AutoCloseable {

    /** After how many working days staff are reminded until the file says otherwise. */
    static final int MANY_DAYS = 60;

    private static final Instant SAVED_AT = Instant.parse("2020-01-01T00:00:00Z");

    private final Path folder;
    private final ClockServices services;
    private final ClockWatch watch;

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
        CaseTypes types = Stub.of(
                CaseTypes.class,
                Map.of(
                        "find", asked -> Optional.of(type((CaseTypeKey) asked[2])),
                        "ofUnit", asked -> List.of(type(new CaseTypeKey("kontakta-mig")))));
        services = new ClockServices(
                store,
                clock,
                folder,
                new ClockServices.Decided(settings, regions, types, person -> new EmailAddress("anna@example.net")),
                gateway);
        watch = services.watch();
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

    Intake intake() {
        return services.intake;
    }

    List<JobHandler> handlers() {
        return List.of(
                services.followUp, services.sending, services.reminding, services.sweep, services.recalculating, watch);
    }

    @Override
    public void close() {
        watch.close();
        services.close();
    }
}

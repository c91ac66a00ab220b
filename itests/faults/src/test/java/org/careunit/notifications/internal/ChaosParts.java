package org.careunit.notifications.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.access.AccessControl;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
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
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;

/**
 * What follows from events on one node: every unit has two addresses that are told of new cases, every staff member
 * one.
 *
 * @param events takes events in on this node
 * @param handlers follow events up, and send
 */
public record ChaosParts(PlatformEvents events, List<JobHandler> handlers) {

    /** How many addresses of a unit are told of a new case. */
    public static final int ADDRESSES = 2;

    /**
     * @param digest whether news are gathered
     * @param beforeAnswer run before a unit's settings are read; may throw
     */
    public static ChaosParts of(
            TestStore store, Path base, MailGateway gateway, boolean digest, Runnable beforeAnswer) {
        NotificationsSettings settings = new NotificationsSettings(base, Map.of("digestMinutes", digest ? "1" : "0"));
        UnitSettings units = settings(beforeAnswer);
        UnitRules rules = new UnitRules(units(), units, settings);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), store.clock());
        Recipients recipients = new Recipients(units, staff(), regional, store.pseudonyms());
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, store.clock()),
                recipients,
                List.of(email),
                store.clock());
        UnitClocks clocks =
                new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), store.clock());
        MessageDispatch departures = new MessageDispatch(
                store.transactions(),
                store.messages(),
                store.suppressions(),
                recipients,
                new SendingRules(new ResidentRules(rules, store.clock()), new StaffHours(clocks, store.clock())),
                store.clock());
        JobHandler sending = new EmailChannel.Sending(email, departures, gateway, store.jobs());
        CaseSchedule schedule = new CaseSchedule(clocks, store.clock());
        JobHandler followUp = new FollowUp(
                store.events(),
                store.cases(),
                new UnitFacts(recipients, outbox, rules, store.grants(), store.clock()),
                outbox,
                new CancelledReminders(store.cases(), store.messages(), schedule),
                new CaseNotices(
                        units, rules, store.messages(), store.events(), store.cases(), store.jobs(), store.clock()),
                store.changes());
        Intake intake = new Intake(
                everybody(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                new CaseReader(store.events()),
                schedule);
        return new ChaosParts(intake, List.of(followUp, sending));
    }

    private static AccessControl everybody() {
        return only(AccessControl.class, asked -> null);
    }

    private static Units units() {
        return only(Units.class, asked -> Optional.of(unit((HsaId) asked[1])));
    }

    private static CareUnit unit(HsaId id) {
        return new CareUnit(id, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN);
    }

    private static UnitSettings settings(Runnable beforeAnswer) {
        EmailNotification told = new EmailNotification(
                true, List.of(new EmailAddress("a@example.org"), new EmailAddress("b@example.com")));
        return only(UnitSettings.class, asked -> {
            beforeAnswer.run();
            if (asked.length == 2) {
                return UnitNames.NONE;
            }
            if (asked[2] == Simulated.class) {
                return new Versioned<>(Simulated.OFF, 0);
            }
            if (asked[2] == RecordSystemNotification.class) {
                return new Versioned<>(RecordSystemNotification.OFF, 0);
            }
            return asked[2] == StaffMessages.class
                    ? new Versioned<>(StaffMessages.DEFAULT, 0)
                    : new Versioned<>(told, 1);
        });
    }

    private static PersonalSettings staff() {
        return only(PersonalSettings.class, asked -> profile((HsaId) asked[1], (StaffId) asked[2]));
    }

    private static Profile profile(HsaId unit, StaffId person) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.of(new EmailAddress("staff@example.net")),
                Optional.empty(),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
    }

    private static <T> T only(Class<T> contract, Function<Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, called, arguments) -> answer.apply(arguments)));
    }
}

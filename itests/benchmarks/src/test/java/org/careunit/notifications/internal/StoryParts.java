package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.LedgerReports;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.testkit.fakes.Stub;
import org.osgi.service.event.EventHandler;

/** What follows from events on one store: each new case is told to one address, at once. */
public final class StoryParts {

    private static final int AT_ONCE = 500;

    private final TestStore store;
    private final UnitSettings settings;
    private final UnitRules rules;
    private final Recipients recipients;
    private final Outbox outbox;
    private final JobHandler sending;

    private StoryParts(TestStore store, Path base, MailGateway gateway) {
        this.store = store;
        settings = settings();
        rules = new UnitRules(units(), settings, new NotificationsSettings(base, Map.of("digestMinutes", "0")));
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), store.clock());
        recipients = new Recipients(settings, nobody(), regional, store.pseudonyms());
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                new DigestWindow(store.digests(), store.messages(), rules, store.clock()),
                recipients,
                List.of(email),
                store.clock());
        sending = new EmailChannel.Sending(
                email,
                new MessageDispatch(
                        store.transactions(),
                        store.messages(),
                        store.suppressions(),
                        recipients,
                        new SendingRules(
                                new ResidentRules(rules, store.clock()), new StaffHours(clocks(store), store.clock())),
                        store.clock()),
                gateway,
                store.jobs());
    }

    /** Has the store do what follows from events, and hand its messages to a gateway. */
    public static void handle(TestStore store, Path base, MailGateway gateway) {
        StoryParts parts = new StoryParts(store, base, gateway);
        UnitFacts facts = new UnitFacts(parts.recipients, parts.outbox, parts.rules, store.grants(), store.clock());
        CancelledReminders cancelled = new CancelledReminders(store.cases(), store.messages(), schedule(store));
        store.handle(new FollowUp(
                store.events(), store.cases(), facts, parts.outbox, cancelled, parts.notices(), store.changes()));
        store.handle(parts.sending);
    }

    /** Takes events into a store, of units that remind nobody. */
    public static Intake intake(TestStore store, AccessControl access) {
        return new Intake(
                access,
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                new CaseReader(store.events()),
                schedule(store));
    }

    private CaseNotices notices() {
        return new CaseNotices(
                settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), store.clock());
    }

    private static CaseSchedule schedule(TestStore store) {
        return new CaseSchedule(clocks(store), store.clock());
    }

    private static UnitClocks clocks(TestStore store) {
        return new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), store.clock());
    }

    /** Has the store hand messages to a gateway, and nothing else. */
    public static StoryParts send(TestStore store, Path base, MailGateway gateway) {
        StoryParts parts = new StoryParts(store, base, gateway);
        store.handle(parts.sending);
        return parts;
    }

    /** Takes in what is reported about messages after they were sent. */
    public DeliveryReports reports() {
        return new LedgerReports(
                store.transactions(), store.sentMessages(), recipients, store.pseudonyms(), store.clock());
    }

    /** Adds that many messages, each with its row of the ledger and its job. */
    public void backlog(HsaId unit, int messages) {
        List<ReachableRecipient> addressees = recipients.ofUnit(unit);
        for (int from = 0; from < messages; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, messages - from);
            store.transactions().run(() -> IntStream.range(0, some).forEach(i -> tell(unit, addressees)));
        }
    }

    private void tell(HsaId unit, List<ReachableRecipient> addressees) {
        String event = UUID.randomUUID().toString();
        CaseRef subject = new CaseRef(unit, event);
        store.cases().add(List.of(open(subject)));
        outbox.add(new News(Topic.NEW_CASE, event, subject), addressees);
    }

    private static StoredCase open(CaseRef subject) {
        return new StoredCase(
                subject,
                StoredCase.Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The door of EventAdmin, with nobody behind it, as when the database is down. */
    public static EventHandler door(Path base) {
        return new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
    }

    private static Units units() {
        return Stub.of(
                Units.class,
                "find",
                asked -> Optional.of(
                        new CareUnit((HsaId) asked[1], new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN)));
    }

    private static UnitSettings settings() {
        EmailNotification told = new EmailNotification(true, List.of(new EmailAddress("a@example.org")));
        return Stub.of(
                UnitSettings.class, Map.of("names", asked -> UnitNames.NONE, "read", asked -> section(asked[2], told)));
    }

    private static Versioned<?> section(Object type, EmailNotification told) {
        if (type == Simulated.class) {
            return new Versioned<>(Simulated.OFF, 0);
        }
        if (type == RecordSystemNotification.class) {
            return new Versioned<>(RecordSystemNotification.OFF, 0);
        }
        return type == StaffMessages.class ? new Versioned<>(StaffMessages.DEFAULT, 0) : new Versioned<>(told, 1);
    }

    /** Nobody is given a case here. */
    private static PersonalSettings nobody() {
        return Stub.of(PersonalSettings.class, Map.of());
    }
}

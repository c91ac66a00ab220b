package org.careunit.notifications.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.delivery.SendingRules;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.delivery.StaffHours;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.SmsTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.internal.node.TestStore;

/** Wires what makes messages of events on one node of a store, for tests of this module and of others. */
final class MessagingParts {

    final UnitRules rules;
    final Recipients recipients;
    final EmailChannel email;

    /** Empty without an SMS gateway. */
    final Optional<SmsChannel> sms;

    final DigestWindow window;
    final Outbox outbox;
    final CaseReader reader;
    final CaseSchedule schedule;
    final UnitFacts facts;
    final CancelledReminders cancelled;
    final CaseNotices notices;
    final FollowUp followUp;
    final ResidentRules residentRules;
    final SendingRules sendingRules;
    final MessageDispatch dispatch;

    /**
     * What the services are told of units and staff.
     *
     * @param hasSms whether there is an SMS gateway
     */
    record Sources(
            Units units,
            UnitSettings settings,
            PersonalSettings staff,
            NotificationsSettings configured,
            boolean hasSms) {}

    /** @param clock the time of the cases; the store has one of its own */
    MessagingParts(TestStore store, Sources sources, UnitClocks clocks, Clock clock) {
        rules = new UnitRules(sources.units(), sources.settings(), sources.configured());
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(sources.settings(), sources.staff(), regional, store.pseudonyms());
        email = new EmailChannel(new MessageTexts(rules));
        sms = Optional.of(new SmsChannel(new SmsTexts(rules), rules, store.smsParts(), sources.configured(), clock))
                .filter(any -> sources.hasSms());
        window = new DigestWindow(store.digests(), store.messages(), rules, clock);
        outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                window,
                recipients,
                Stream.<MessageChannel>concat(Stream.of(email), sms.stream()).toList(),
                clock);
        reader = new CaseReader(store.events());
        schedule = new CaseSchedule(clocks, clock);
        facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        cancelled = new CancelledReminders(store.cases(), store.messages(), schedule);
        notices = new CaseNotices(
                sources.settings(), rules, store.messages(), store.events(), store.cases(), store.jobs(), clock);
        followUp = new FollowUp(store.events(), store.cases(), facts, outbox, cancelled, notices, store.changes());
        residentRules = new ResidentRules(rules, clock);
        sendingRules = new SendingRules(residentRules, new StaffHours(clocks, clock));
        dispatch = new MessageDispatch(
                store.transactions(), store.messages(), store.suppressions(), recipients, sendingRules, clock);
    }
}

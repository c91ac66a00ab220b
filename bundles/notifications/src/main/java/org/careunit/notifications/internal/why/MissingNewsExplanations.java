package org.careunit.notifications.internal.why;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.Forecast;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.why.SectionVersions.InForce;
import org.careunit.storage.StoredCase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains the topics of a case that are missing in the ledger: when they will be sent, or why not. */
@Component(service = MissingNewsExplanations.class)
public final class MissingNewsExplanations {

    private final CaseSchedule schedule;
    private final UnitFacts facts;
    private final SectionVersions versions;

    @Activate
    public MissingNewsExplanations(
            @Reference CaseSchedule schedule, @Reference UnitFacts facts, @Reference SectionVersions versions) {
        this.schedule = schedule;
        this.facts = facts;
        this.versions = versions;
    }

    /** One for each topic that is not explained yet. */
    Stream<MessageExplanation> of(StoredCase subject, List<MessageExplanation> explained) {
        return Stream.of(
                        missing(Topic.NEW_CASE, explained).map(topic -> ExplanationWriter.of(topic, received(subject))),
                        missing(Topic.GIVEN, explained).map(topic -> ExplanationWriter.of(topic, given(subject))),
                        missing(Topic.REPLY, explained).map(topic -> ExplanationWriter.of(topic, reply(subject))),
                        clocks(subject, explained),
                        missing(Topic.CASE_WAITING, explained).map(topic -> recordSystem(subject)))
                .flatMap(each -> each);
    }

    private static Stream<Topic> missing(Topic topic, List<MessageExplanation> explained) {
        return explained.stream().anyMatch(one -> one.topic() == topic) ? Stream.empty() : Stream.of(topic);
    }

    private static MessageReason received(StoredCase subject) {
        return subject.receivedAt().isPresent() ? MessageReason.NOT_LOOKED_AT : MessageReason.NOT_RECEIVED;
    }

    private static MessageReason given(StoredCase subject) {
        return subject.handler().isPresent() ? MessageReason.NOT_LOOKED_AT : MessageReason.NOT_GIVEN;
    }

    private static MessageReason reply(StoredCase subject) {
        return subject.progress().unansweredReplies().isEmpty() ? MessageReason.NO_REPLY : MessageReason.NOT_LOOKED_AT;
    }

    /** A record system's switch is read when the case comes in. */
    private MessageExplanation recordSystem(StoredCase subject) {
        if (subject.receivedAt().isEmpty()) {
            return ExplanationWriter.of(Topic.CASE_WAITING, MessageReason.NOT_RECEIVED);
        }
        Optional<InForce<RecordSystemNotification>> section = versions.at(
                subject.ref().unit(),
                RecordSystemNotification.class,
                subject.receivedAt().get());
        boolean isOn = section.flatMap(InForce::content)
                .filter(RecordSystemNotification::on)
                .isPresent();
        return isOn
                ? ExplanationWriter.of(Topic.CASE_WAITING, MessageReason.NOT_LOOKED_AT)
                : ExplanationWriter.of(
                        Topic.CASE_WAITING,
                        OptionalInt.empty(),
                        section.isPresent() ? MessageReason.SWITCHED_OFF : MessageReason.UNIT_SILENT,
                        Optional.empty(),
                        section.map(InForce::version));
    }

    private Stream<MessageExplanation> clocks(StoredCase subject, List<MessageExplanation> explained) {
        Optional<ClockSettings> settings = schedule.settings(subject);
        int round = subject.progress().round();
        return Stream.of(CaseClock.values())
                .filter(clock -> explained.stream()
                        .noneMatch(one -> one.topic() == clock.topic()
                                && one.round().equals(OptionalInt.of(round))
                                && one.reason() != MessageReason.NOT_WANTED))
                .map(clock -> settings.map(inForce -> clock(clock, subject, inForce))
                        .orElseGet(() -> ExplanationWriter.of(clock.topic(), MessageReason.UNIT_SILENT)));
    }

    private MessageExplanation clock(CaseClock clock, StoredCase subject, ClockSettings settings) {
        Map<CaseClock, Forecast> forecast = StoredCaseClocks.forecast(subject, settings, schedule.now());
        OptionalInt round = OptionalInt.of(subject.progress().round());
        if (forecast.get(clock) instanceof Forecast.Reminds reminds) {
            return ExplanationWriter.of(
                    clock.topic(), round, coming(clock, subject), Optional.of(reminds.leaves()), Optional.empty());
        }
        Forecast.Silent silent = (Forecast.Silent) forecast.get(clock);
        return switch (silent.reason()) {
            case SWITCHED_OFF -> ExplanationWriter.of(
                    clock.topic(),
                    round,
                    MessageReason.SWITCHED_OFF,
                    Optional.empty(),
                    version(clock, subject, schedule.now()));
            case PASSED -> passed(clock, subject, settings, round);
            default -> ExplanationWriter.of(
                    clock.topic(), round, reason(silent.reason()), Optional.empty(), Optional.empty());
        };
    }

    /** It will be sent, unless there is no recipient now. */
    private MessageReason coming(CaseClock clock, StoredCase subject) {
        if (clock.audience() == CaseClock.Audience.RESIDENT) {
            return MessageReason.WILL_COME;
        }
        Decision decision = RecipientRules.remind(
                clock.topic(), subject.handler(), facts.of(subject.ref().unit()));
        return decision.addressees().isEmpty() ? decision.whyNobody().reason() : MessageReason.WILL_COME;
    }

    /** When it fell due, and the version that was in force then. */
    private MessageExplanation passed(CaseClock clock, StoredCase subject, ClockSettings settings, OptionalInt round) {
        Optional<Instant> due = StoredCaseClocks.forecast(subject, settings.alwaysOn(), schedule.now())
                                .get(clock)
                        instanceof Forecast.Reminds reminds
                ? Optional.of(reminds.due())
                : Optional.empty();
        Optional<DecidingVersion> off = due.flatMap(moment -> versionIfOff(clock, subject, moment));
        MessageReason reason = off.isPresent() ? MessageReason.PASSED_WHILE_OFF : MessageReason.PASSED_BEFORE_UNIT;
        return ExplanationWriter.of(clock.topic(), round, reason, due, off);
    }

    private Optional<DecidingVersion> version(CaseClock clock, StoredCase subject, Instant at) {
        return clock.audience() == CaseClock.Audience.RESIDENT
                ? versions.at(subject.ref().unit(), ResidentReminder.class, at).map(InForce::version)
                : versions.at(subject.ref().unit(), StaffReminder.class, at).map(InForce::version);
    }

    private Optional<DecidingVersion> versionIfOff(CaseClock clock, StoredCase subject, Instant at) {
        return clock.audience() == CaseClock.Audience.RESIDENT
                ? versions.at(subject.ref().unit(), ResidentReminder.class, at)
                        .filter(section -> !section.content()
                                .orElse(ResidentReminder.DEFAULT)
                                .on())
                        .map(InForce::version)
                : versions.at(subject.ref().unit(), StaffReminder.class, at)
                        .filter(section ->
                                !section.content().orElse(StaffReminder.DEFAULT).on())
                        .map(InForce::version);
    }

    private static MessageReason reason(Forecast.Reason reason) {
        return switch (reason) {
            case REMINDED -> MessageReason.WAITS_FOR_HOST;
            case NOT_RECEIVED -> MessageReason.NOT_RECEIVED;
            case HANDLED -> MessageReason.HANDLED;
            case NO_PROMISE -> MessageReason.NO_PROMISE;
            case REPLIED -> MessageReason.REPLIED;
            case RESTING -> MessageReason.RESTING;
            case NOT_ANSWERED -> MessageReason.NOT_ANSWERED;
            case RESIDENT_DONE -> MessageReason.ANSWER_READ;
            case SWITCHED_OFF -> MessageReason.SWITCHED_OFF;
            case PASSED -> MessageReason.PASSED_WHILE_OFF;
            case NO_WORKING_DAY -> MessageReason.NO_WORKING_DAY;
        };
    }
}

package org.careunit.notifications.internal.why;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.cases.ReminderEvent;
import org.careunit.notifications.internal.delivery.HeldUntil;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.recipients.StoredDecision;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.Resting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains the rows of the ledger: what was sent, and what was decided. */
@Component(service = LedgerRowExplanations.class)
public final class LedgerRowExplanations {

    private final MessageLedger ledger;
    private final Jobs jobs;
    private final SectionVersions versions;

    @Activate
    public LedgerRowExplanations(
            @Reference MessageLedger ledger, @Reference Jobs jobs, @Reference SectionVersions versions) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.versions = versions;
    }

    /** One for each row about a case, oldest first. */
    List<MessageExplanation> about(CaseRef subject) {
        List<LedgerRow> rows = ledger.about(subject);
        Map<UUID, String> decisions = rows.isEmpty() ? Map.of() : ledger.decisions(subject);
        List<Resting> resting = jobs.resting();
        return rows.stream()
                .filter(row -> row.topic() != Topic.TEST && row.topic() != Topic.ADMINISTRATOR_LOST)
                .map(row -> explain(
                        row, Optional.ofNullable(decisions.get(row.id())).flatMap(StoredDecision::of), resting))
                .toList();
    }

    private MessageExplanation explain(LedgerRow row, Optional<StoredDecision> decision, List<Resting> resting) {
        Optional<Resting> rest = row.state() == MessageState.QUEUED ? rest(row, resting) : Optional.empty();
        MessageReason reason = rest.isPresent() ? MessageReason.CHANNEL_RESTS : reason(row, decision);
        Optional<Instant> at = Optional.of(
                HeldUntil.read(row.detail()).filter(any -> isHeld(row)).orElse(row.changedAt()));
        Optional<DecidingVersion> by =
                decision.flatMap(made -> versions.saved(row.subject().unit(), made));
        Optional<Channel> channel = Optional.of(row.channel()).filter(any -> row.state() != MessageState.NO_RECIPIENT);
        String detail = rest.map(Resting::reason).orElse(row.detail());
        return new MessageExplanation(
                row.topic(),
                round(row),
                reason,
                at,
                channel,
                CaseNotices.shown(row).or(row::shown),
                by,
                ReasonTexts.swedish(reason, at, by, channel),
                ReasonTexts.english(reason, at, by, channel) + (detail.isEmpty() ? "" : ": " + detail));
    }

    private static OptionalInt round(LedgerRow row) {
        boolean isReminder =
                row.topic() == Topic.FIRST_REPLY || row.topic() == Topic.OVERDUE || row.topic() == Topic.UNREAD;
        return isReminder ? OptionalInt.of(ReminderEvent.round(row.event())) : OptionalInt.empty();
    }

    private static Optional<Resting> rest(LedgerRow row, List<Resting> resting) {
        String lane = "send-" + row.channel().key();
        return resting.stream()
                .filter(rest -> rest.lane().equals(lane) || rest.lane().startsWith(lane + "|*"))
                .findFirst();
    }

    private static MessageReason reason(LedgerRow row, Optional<StoredDecision> decision) {
        return switch (row.state()) {
            case QUEUED -> isHeld(row) ? MessageReason.WAITS_FOR_HOURS : MessageReason.QUEUED;
            case SENDING -> MessageReason.SENDING;
            case SENT -> MessageReason.SENT;
            case DELIVERED -> MessageReason.DELIVERED;
            case TEMPORARY_FAILURE -> MessageReason.TRIED_AGAIN;
            case PERMANENT_FAILURE -> MessageReason.REFUSED;
            case TECHNICAL_FAILURE -> row.detail().equals(ResidentRules.EXPIRED)
                    ? MessageReason.EXPIRED
                    : MessageReason.FAILED;
            case SUPPRESSED -> MessageReason.HELD_BACK;
            case CANCELLED -> cancelled(row.detail());
            case SIMULATED -> MessageReason.SIMULATED;
            case NO_RECIPIENT -> decision.map(StoredDecision::reason).orElse(MessageReason.NOBODY_REACHED);
        };
    }

    private static boolean isHeld(LedgerRow row) {
        return row.state() == MessageState.QUEUED
                && HeldUntil.read(row.detail()).isPresent();
    }

    private static MessageReason cancelled(String detail) {
        if (detail.equals(ResidentRules.READ)) {
            return MessageReason.ANSWER_READ;
        }
        return detail.equals(NewsRelevance.NOT_ANY_MORE) ? MessageReason.NOT_WANTED : MessageReason.DECLINED_MEANWHILE;
    }
}

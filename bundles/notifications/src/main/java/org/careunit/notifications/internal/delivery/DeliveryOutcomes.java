package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.notifications.internal.delivery.MessageDispatch.Attempt;
import org.careunit.notifications.internal.delivery.MessageDispatch.ClaimedMessage;
import org.careunit.notifications.internal.delivery.MessageDispatch.Sent;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.JobOutcome.Rest.Scope;

/**
 * Converts a gateway's answer to the state of the message in the ledger and to the outcome of its job; nothing else
 * does.
 */
final class DeliveryOutcomes {

    private final MessageChannel channel;
    private final MessageDispatch dispatch;

    DeliveryOutcomes(MessageChannel channel, MessageDispatch dispatch) {
        this.channel = channel;
        this.dispatch = dispatch;
    }

    JobOutcome of(Attempt attempt, ClaimedMessage taken, DeliveryResult result) {
        MessageJob message = attempt.message();
        String reason = result.reason();
        return switch (result.status()) {
            case ACCEPTED, DELIVERED -> JobOutcome.done(
                    new RecordAccepted(new Sent(message, taken, reason), result.parts()));
            case NOT_ALLOWED -> JobOutcome.done(() -> dispatch.answered(message, taken, TECHNICAL_FAILURE, reason));
            case TEMPORARY_FAILURE -> new JobOutcome.TryLater(
                    reason, () -> dispatch.answered(message, taken, TEMPORARY_FAILURE, reason));
            case PERMANENT_FAILURE -> JobOutcome.done(() -> {
                dispatch.answered(message, taken, PERMANENT_FAILURE, reason);
                dispatch.holdBack(channel, attempt.to(), reason);
            });
            case TECHNICAL_FAILURE -> new JobOutcome.OurFault(
                    reason, () -> dispatch.answered(message, taken, TEMPORARY_FAILURE, reason));
            case UNAVAILABLE -> new JobOutcome.Rest(
                    reason, Scope.TYPE, Duration.ZERO, () -> dispatch.notAsked(message, taken, reason));
        };
    }

    /** Writes what belongs to outcomes that are recorded together. */
    void writeTogether(List<JobOutcome> outcomes) {
        JobOutcome.writeTogether(outcomes, RecordAccepted.class, this::record);
    }

    private void record(List<RecordAccepted> accepted) {
        dispatch.sent(accepted.stream().map(one -> one.sent).toList());
        channel.accepted(accepted.stream()
                .collect(Collectors.toMap(one -> one.sent.message().messageId(), one -> one.parts)));
    }

    /** Records that the gateway has taken a message; for several together by few statements. */
    private final class RecordAccepted implements Runnable {

        private final Sent sent;
        private final List<String> parts;

        RecordAccepted(Sent sent, List<String> parts) {
            this.sent = sent;
            this.parts = parts;
        }

        @Override
        public void run() {
            record(List.of(this));
        }
    }
}

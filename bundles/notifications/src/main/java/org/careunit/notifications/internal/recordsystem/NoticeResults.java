package org.careunit.notifications.internal.recordsystem;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch.ClaimedNotice;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch.Delivered;
import org.careunit.storage.jobs.JobOutcome;

/** Decides what a record system's answer means for the notice's row in the ledger and for its job. */
final class NoticeResults {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final NoticeDispatch dispatch;
    private final Clock clock;

    NoticeResults(NoticeDispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** The outcome of an answer. */
    JobOutcome of(ClaimedNotice taken, RecordSystemAnswer answer) {
        String reason = answer.result().reason();
        MessageState unknownOr = !answer.isCertain() || taken.wasUnknown() ? SENDING : TEMPORARY_FAILURE;
        return switch (answer.result().status()) {
            case ACCEPTED, DELIVERED -> JobOutcome.done(new RecordDelivered(new Delivered(taken, reason)));
            case TEMPORARY_FAILURE -> later(answer, () -> dispatch.answered(taken, unknownOr, true, reason));
            case UNAVAILABLE -> new JobOutcome.Rest(
                    reason, JobOutcome.Rest.Scope.DESTINATION, Duration.ZERO, () -> putBack(taken, reason));
            case TECHNICAL_FAILURE, PERMANENT_FAILURE, NOT_ALLOWED -> refused(taken, reason);
        };
    }

    /**
     * The outcome if nothing was sent: there was nothing to send, the record system does not answer, or another node
     * has the notice now, in which case nothing of this is recorded.
     */
    JobOutcome notSent(ClaimedNotice taken) {
        if (taken.isBehindAnother()) {
            return JobOutcome.notNow("The creation of the same round, or a later attempt, comes first", SOON);
        }
        return taken.notice().isEmpty()
                ? JobOutcome.done()
                : new JobOutcome.NotNow(
                        "The record system does not answer, or another node has this notice by now",
                        SOON,
                        () -> putBack(taken, ""));
    }

    private void putBack(ClaimedNotice taken, String reason) {
        dispatch.answered(taken, taken.wasUnknown() ? SENDING : QUEUED, false, reason);
    }

    /** A record system that says when to come again costs no attempt. */
    private JobOutcome later(RecordSystemAnswer answer, Runnable recorded) {
        String reason = answer.result().reason();
        Instant now = clock.instant();
        return answer.notBefore()
                .filter(time -> time.isAfter(now))
                .<JobOutcome>map(time -> new JobOutcome.NotNow(reason, Duration.between(now, time), recorded))
                .orElseGet(() -> new JobOutcome.TryLater(reason, recorded));
    }

    /** Parks the notice; later notices of its case wait, unless it is the refused creation of a case that has ended. */
    private JobOutcome refused(ClaimedNotice taken, String reason) {
        if (dispatch.isNotNeededAnyMore(taken)) {
            return JobOutcome.done(() -> dispatch.answered(taken, CANCELLED, true, reason));
        }
        return new JobOutcome.Never(reason, () -> dispatch.answered(taken, PERMANENT_FAILURE, true, reason));
    }

    /** Writes what belongs to outcomes that are recorded together. */
    void writeTogether(List<JobOutcome> outcomes) {
        JobOutcome.writeTogether(outcomes, RecordDelivered.class, this::record);
    }

    private void record(List<RecordDelivered> delivered) {
        dispatch.delivered(delivered.stream().map(one -> one.notice).toList());
    }

    /** Records that a record system has taken a notice; for several together by one batch. */
    private final class RecordDelivered implements Runnable {

        private final Delivered notice;

        RecordDelivered(Delivered notice) {
            this.notice = notice;
        }

        @Override
        public void run() {
            record(List.of(this));
        }
    }
}

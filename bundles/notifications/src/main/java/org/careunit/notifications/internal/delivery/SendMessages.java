package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.notifications.internal.delivery.MessageDispatch.ClaimedMessage;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.JobOutcome.Rest.Scope;

/**
 * Sends the messages of one channel and records the result. Rows are marked first: a message that is found marked was
 * perhaps sent by a node that died, and goes out again under the same id. The one place where a gateway's answer
 * becomes a state of the ledger and the outcome of a job.
 */
public class SendMessages implements JobHandler {

    private static final Duration JOINED = Duration.ofSeconds(1);

    /**
     * A job that has run for less than that cannot have been taken over by another node, so the database need not be
     * asked.
     */
    private static final Duration SURELY_OURS = Duration.ofSeconds(5);

    private final MessageChannel channel;
    private final MessageDispatch departures;

    public SendMessages(MessageChannel channel, MessageDispatch departures) {
        this.channel = channel;
        this.departures = departures;
    }

    @Override
    public final String type() {
        return channel.jobType();
    }

    @Override
    public final int workersPerDestination() {
        return channel.workersPerLane();
    }

    @Override
    public final JobOutcome run(Job job) {
        MessageJob message;
        try {
            message = MessageJob.of(job);
        } catch (IllegalArgumentException unreadable) {
            return JobOutcome.never(unreadable.getMessage());
        }
        Optional<Hold> hold = departures.hold(message);
        return hold.isPresent() ? held(message, hold.get()) : send(job, message);
    }

    private JobOutcome held(MessageJob message, Hold hold) {
        if (hold instanceof Hold.Wait wait) {
            return JobOutcome.notNow(wait.reason(), wait.pause());
        }
        Hold.End end = (Hold.End) hold;
        return JobOutcome.done(() -> departures.ended(message.messageId(), end.state(), end.reason()));
    }

    private JobOutcome send(Job job, MessageJob message) {
        long begin = System.nanoTime();
        BooleanSupplier ours = () ->
                System.nanoTime() - begin < SURELY_OURS.toNanos() || job.lease().isHeld();
        Optional<Destination> to;
        try {
            to = departures.destination(message, channel);
        } catch (UnavailableException notNow) {
            return waitForHost(notNow);
        }
        Optional<MessageChannel.Cap> cap = channel.cap(message.unit());
        if (to.isPresent() && cap.isPresent()) {
            return JobOutcome.notNow(cap.get().reason(), cap.get().pause());
        }
        return to.map(found -> send(job, message, found, ours))
                .orElseGet(() -> JobOutcome.done(() -> departures.ended(
                        message.messageId(), CANCELLED, "The recipient does not want to be told any more")));
    }

    /** A resident of whom the host cannot say anything now keeps nobody else's message waiting. */
    private static JobOutcome waitForHost(UnavailableException notNow) {
        if (!notNow.code().equals(UnavailableProblem.HOST.code())) {
            throw notNow;
        }
        return JobOutcome.notNow(ResidentRules.hostSays(notNow), ResidentRules.ASK_AGAIN);
    }

    @Override
    public final void gaveUp(Job job, String reason) {
        departures.ended(MessageJob.messageId(job), TECHNICAL_FAILURE, reason);
    }

    private JobOutcome send(Job job, MessageJob message, Destination to, BooleanSupplier ours) {
        return departures
                .take(message, channel, to, job.lease().number())
                .map(taken -> send(message, to, taken, ours))
                .orElseGet(() -> JobOutcome.notNow("News keep joining this message, or another node has it", JOINED));
    }

    private JobOutcome send(MessageJob message, Destination to, ClaimedMessage taken, BooleanSupplier ours) {
        if (taken.suppressed().isPresent()) {
            String why = taken.suppressed().get();
            return JobOutcome.done(() -> departures.suppressed(message, channel, to, why));
        }
        if (taken.count() == 0) {
            return JobOutcome.done();
        }
        if (!ours.getAsBoolean()) {
            return JobOutcome.notNow("Another node has this message by now", JOINED);
        }
        if (departures.isSimulated(message)) {
            return JobOutcome.done(() -> departures.simulated(message, taken));
        }
        OutgoingNews news = new OutgoingNews(message.messageId(), message.topic(), message.unit(), taken.count());
        return outcome(message, taken, to, channel.send(news, to));
    }

    private JobOutcome outcome(MessageJob message, ClaimedMessage taken, Destination to, DeliveryResult result) {
        String reason = result.reason();
        return switch (result.status()) {
            case ACCEPTED, DELIVERED -> JobOutcome.done(() -> {
                departures.answered(message, taken, SENT, reason);
                channel.accepted(message.messageId(), result.parts());
            });
            case NOT_ALLOWED -> JobOutcome.done(() -> departures.answered(message, taken, TECHNICAL_FAILURE, reason));
            case TEMPORARY_FAILURE -> new JobOutcome.TryLater(
                    reason, () -> departures.answered(message, taken, TEMPORARY_FAILURE, reason));
            case PERMANENT_FAILURE -> JobOutcome.done(() -> {
                departures.answered(message, taken, PERMANENT_FAILURE, reason);
                departures.holdBack(channel, to, reason);
            });
            case TECHNICAL_FAILURE -> new JobOutcome.OurFault(
                    reason, () -> departures.answered(message, taken, TEMPORARY_FAILURE, reason));
            case UNAVAILABLE -> new JobOutcome.Rest(
                    reason, Scope.TYPE, Duration.ZERO, () -> departures.notAsked(message, taken, reason));
        };
    }
}

package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.notifications.internal.delivery.MessageDispatch.Attempt;
import org.careunit.notifications.internal.delivery.MessageDispatch.ClaimedMessage;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.messages.AttemptToken;

/**
 * Sends the messages of one channel and records the result. Rows are marked first: a message that is already marked may
 * have been sent by a node that died, and is sent again under the same id.
 */
public class SendMessages implements JobHandler {

    private final MessageChannel channel;
    private final MessageDispatch dispatch;
    private final DeliveryOutcomes deliveries;
    private final GroupSize size = new GroupSize();

    public SendMessages(MessageChannel channel, MessageDispatch dispatch) {
        this.channel = channel;
        this.dispatch = dispatch;
        this.deliveries = new DeliveryOutcomes(channel, dispatch);
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
    public final int together() {
        return size.now();
    }

    @Override
    public final JobOutcome run(Job job) {
        return runTogether(List.of(job)).get(0);
    }

    /**
     * Sends messages one after the other. Behind one that took long, or that the gateway could not take for a reason
     * that is not its own, the others wait: nobody is kept from sending them.
     */
    @Override
    public final List<JobOutcome> runTogether(List<Job> jobs) {
        long begin = System.nanoTime();
        Map<JobId, JobOutcome> outcomes = new HashMap<>();
        Map<JobId, Attempt> attempts = new LinkedHashMap<>();
        for (Job job : jobs) {
            withoutSending(job, attempts).ifPresent(outcome -> outcomes.put(job.id(), outcome));
        }
        List<Optional<ClaimedMessage>> taken = dispatch.take(channel, List.copyOf(attempts.values()));
        Iterator<Optional<ClaimedMessage>> next = taken.iterator();
        GroupSender sender = new GroupSender(channel, dispatch, size, begin);
        jobs.stream()
                .filter(job -> attempts.containsKey(job.id()))
                .forEach(job -> outcomes.put(job.id(), sender.send(job, attempts.get(job.id()), next.next())));
        return jobs.stream().map(job -> outcomes.get(job.id())).toList();
    }

    /** What comes of a job that is not to be sent now; otherwise adds the attempt to send it. */
    private Optional<JobOutcome> withoutSending(Job job, Map<JobId, Attempt> attempts) {
        MessageJob message;
        try {
            message = MessageJob.of(job);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(JobOutcome.never(unreadable.getMessage()));
        }
        try {
            Optional<Hold> hold = dispatch.hold(message);
            return hold.isPresent() ? hold.map(why -> held(message, why)) : addressed(job, message, attempts);
        } catch (UnavailableException notNow) {
            return Optional.of(GroupSender.unavailable(notNow));
        }
    }

    private JobOutcome held(MessageJob message, Hold hold) {
        if (hold instanceof Hold.Wait wait) {
            return JobOutcome.notNow(wait.reason(), wait.pause());
        }
        if (hold instanceof Hold.Until hours) {
            return dispatch.held(message, hours);
        }
        Hold.End end = (Hold.End) hold;
        return JobOutcome.done(() -> dispatch.ended(message.messageId(), end.state(), end.reason()));
    }

    private Optional<JobOutcome> addressed(Job job, MessageJob message, Map<JobId, Attempt> attempts) {
        Optional<Destination> to = dispatch.destination(message, channel);
        if (to.isEmpty()) {
            return Optional.of(JobOutcome.done(() ->
                    dispatch.ended(message.messageId(), CANCELLED, "The recipient does not want to be told any more")));
        }
        Optional<MessageChannel.Cap> cap = channel.cap(message.unit());
        if (cap.isEmpty()) {
            attempts.put(
                    job.id(),
                    new Attempt(message, to.get(), AttemptToken.of(job.lease().number())));
        }
        return cap.map(reached -> JobOutcome.notNow(reached.reason(), reached.pause()));
    }

    @Override
    public final void gaveUp(Job job, String reason) {
        dispatch.ended(MessageJob.messageId(job), TECHNICAL_FAILURE, reason);
    }

    @Override
    public final void writeTogether(List<JobOutcome> outcomes) {
        deliveries.writeTogether(outcomes);
    }
}

package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.notifications.internal.delivery.MessageDispatch.Attempt;
import org.careunit.notifications.internal.delivery.MessageDispatch.ClaimedMessage;
import org.careunit.notifications.internal.delivery.MessageDispatch.Sent;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.JobOutcome.Rest.Scope;
import org.careunit.storage.messages.AttemptToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of one channel and records the result. Rows are marked first: a message that is already marked may
 * have been sent by a node that died, and is sent again under the same id. Only this class converts a gateway's answer
 * to a ledger state and a job outcome.
 */
public class SendMessages implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);
    private static final Duration JOINED = Duration.ofSeconds(1);

    /**
     * A job that has run for less than this cannot have been taken over by another node, so its lease need not be
     * checked in the database.
     */
    private static final Duration SURELY_OURS = Duration.ofSeconds(5);

    /** Behind a message that took so long the others of its group do not wait. */
    private static final Duration LONG = Duration.ofMillis(200);

    private static final String WAITS_ITS_TURN = "The gateway took long over the message before it, or took none";

    private final MessageChannel channel;
    private final MessageDispatch departures;
    private final GroupSize size = new GroupSize();

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
        List<Optional<ClaimedMessage>> taken = departures.take(channel, List.copyOf(attempts.values()));
        Iterator<Optional<ClaimedMessage>> next = taken.iterator();
        SendingInTurn turn = new SendingInTurn(begin);
        jobs.stream()
                .filter(job -> attempts.containsKey(job.id()))
                .forEach(job -> outcomes.put(job.id(), turn.send(job, attempts.get(job.id()), next.next())));
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
            Optional<Hold> hold = departures.hold(message);
            return hold.isPresent() ? hold.map(why -> held(message, why)) : addressed(job, message, attempts);
        } catch (UnavailableException notNow) {
            return Optional.of(unavailable(notNow));
        }
    }

    private JobOutcome held(MessageJob message, Hold hold) {
        if (hold instanceof Hold.Wait wait) {
            return JobOutcome.notNow(wait.reason(), wait.pause());
        }
        if (hold instanceof Hold.Until hours) {
            return departures.held(message, hours);
        }
        Hold.End end = (Hold.End) hold;
        return JobOutcome.done(() -> departures.ended(message.messageId(), end.state(), end.reason()));
    }

    private Optional<JobOutcome> addressed(Job job, MessageJob message, Map<JobId, Attempt> attempts) {
        Optional<Destination> to = departures.destination(message, channel);
        if (to.isEmpty()) {
            return Optional.of(JobOutcome.done(() -> departures.ended(
                    message.messageId(), CANCELLED, "The recipient does not want to be told any more")));
        }
        Optional<MessageChannel.Cap> cap = channel.cap(message.unit());
        if (cap.isEmpty()) {
            attempts.put(
                    job.id(),
                    new Attempt(message, to.get(), AttemptToken.of(job.lease().number())));
        }
        return cap.map(reached -> JobOutcome.notNow(reached.reason(), reached.pause()));
    }

    /** A resident of whom the host cannot say anything now keeps nobody else's message waiting. */
    private static JobOutcome unavailable(UnavailableException notNow) {
        return notNow.code().equals(UnavailableProblem.HOST.code())
                ? JobOutcome.notNow(ResidentRules.hostSays(notNow), ResidentRules.ASK_AGAIN)
                : JobOutcome.destinationRests(String.valueOf(notNow.getMessage()), Duration.ZERO);
    }

    @Override
    public final void gaveUp(Job job, String reason) {
        departures.ended(MessageJob.messageId(job), TECHNICAL_FAILURE, reason);
    }

    /** Sends the messages of a group in turn, as long as that goes on quickly. */
    private final class SendingInTurn {

        private final long begin;
        private boolean goesOn = true;

        SendingInTurn(long begin) {
            this.begin = begin;
        }

        /** Whatever is thrown about one message is its own outcome: those before it were sent. */
        JobOutcome send(Job job, Attempt attempt, Optional<ClaimedMessage> found) {
            try {
                return sendNext(job, attempt, found);
            } catch (UnavailableException notNow) {
                goesOn = false;
                return unavailable(notNow);
            } catch (Throwable failure) {
                LOG.debug("Message {} failed", attempt.message().messageId(), failure);
                return JobOutcome.tryLater(failure.toString());
            }
        }

        private JobOutcome sendNext(Job job, Attempt attempt, Optional<ClaimedMessage> found) {
            if (found.isEmpty()) {
                return JobOutcome.notNow("News keep joining this message, or another node has it", JOINED);
            }
            MessageJob message = attempt.message();
            ClaimedMessage taken = found.get();
            if (taken.suppressed().isPresent()) {
                String why = taken.suppressed().get();
                return JobOutcome.done(() -> departures.suppressed(message, channel, attempt.to(), why));
            }
            if (taken.count() == 0) {
                return JobOutcome.done();
            }
            if (!goesOn) {
                return new JobOutcome.NotNow(
                        WAITS_ITS_TURN, Duration.ZERO, () -> departures.notAsked(message, taken, ""));
            }
            // Those before it in the group count, too.
            Optional<MessageChannel.Cap> cap = channel.cap(message.unit());
            if (cap.isPresent()) {
                return new JobOutcome.NotNow(
                        cap.get().reason(), cap.get().pause(), () -> departures.notAsked(message, taken, ""));
            }
            return isOurs(job)
                    ? send(attempt, taken)
                    : JobOutcome.notNow("Another node has this message by now", JOINED);
        }

        private boolean isOurs(Job job) {
            return System.nanoTime() - begin < SURELY_OURS.toNanos()
                    || job.lease().isHeld();
        }

        private JobOutcome send(Attempt attempt, ClaimedMessage taken) {
            MessageJob message = attempt.message();
            if (departures.isSimulated(message)) {
                return JobOutcome.done(() -> departures.simulated(message, taken));
            }
            OutgoingNews news = new OutgoingNews(message.messageId(), message.topic(), message.unit(), taken.count());
            long sending = System.nanoTime();
            try {
                DeliveryResult result = channel.send(news, attempt.to());
                goesOn = isAboutTheMessage(result.status());
                return outcome(message, taken, attempt.to(), result);
            } finally {
                long took = System.nanoTime() - sending;
                size.took(took);
                goesOn &= took < LONG.toNanos();
            }
        }
    }

    private static boolean isAboutTheMessage(DeliveryStatus status) {
        return status != DeliveryStatus.UNAVAILABLE && status != DeliveryStatus.TECHNICAL_FAILURE;
    }

    private JobOutcome outcome(MessageJob message, ClaimedMessage taken, Destination to, DeliveryResult result) {
        String reason = result.reason();
        return switch (result.status()) {
            case ACCEPTED, DELIVERED -> JobOutcome.done(
                    new RecordAccepted(new Sent(message, taken, reason), result.parts()));
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

    @Override
    public final void writeTogether(List<JobOutcome> outcomes) {
        List<RecordAccepted> accepted = new ArrayList<>();
        for (JobOutcome outcome : outcomes) {
            if (outcome.alongside() instanceof RecordAccepted one) {
                accepted.add(one);
            } else {
                outcome.alongside().run();
            }
        }
        record(accepted);
    }

    private void record(List<RecordAccepted> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        departures.sent(accepted.stream().map(one -> one.sent).toList());
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

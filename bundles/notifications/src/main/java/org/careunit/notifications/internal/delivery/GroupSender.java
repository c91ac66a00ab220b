package org.careunit.notifications.internal.delivery;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.notifications.internal.delivery.MessageDispatch.Attempt;
import org.careunit.notifications.internal.delivery.MessageDispatch.ClaimedMessage;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the claimed messages of one group one after the other, as long as the gateway takes them and answers quickly;
 * the others wait for another worker. For one thread.
 */
final class GroupSender {

    private static final Logger LOG = LoggerFactory.getLogger(GroupSender.class);
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
    private final MessageDispatch dispatch;
    private final DeliveryOutcomes outcomes;
    private final GroupSize size;
    private final long begin;
    private boolean goesOn = true;

    /** @param begin when the jobs of the group began, by {@link System#nanoTime} */
    GroupSender(MessageChannel channel, MessageDispatch dispatch, GroupSize size, long begin) {
        this.channel = channel;
        this.dispatch = dispatch;
        this.outcomes = new DeliveryOutcomes(channel, dispatch);
        this.size = size;
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

    /** A resident of whom the host cannot say anything now keeps nobody else's message waiting. */
    static JobOutcome unavailable(UnavailableException notNow) {
        return notNow.code().equals(UnavailableProblem.HOST.code())
                ? JobOutcome.notNow(ResidentRules.hostSays(notNow), ResidentRules.ASK_AGAIN)
                : JobOutcome.destinationRests(String.valueOf(notNow.getMessage()), Duration.ZERO);
    }

    private JobOutcome sendNext(Job job, Attempt attempt, Optional<ClaimedMessage> found) {
        if (found.isEmpty()) {
            return JobOutcome.notNow("News keep joining this message, or another node has it", JOINED);
        }
        MessageJob message = attempt.message();
        ClaimedMessage taken = found.get();
        if (taken.suppressed().isPresent()) {
            String why = taken.suppressed().get();
            return JobOutcome.done(() -> dispatch.suppressed(message, channel, attempt.to(), why));
        }
        if (taken.count() == 0) {
            return JobOutcome.done();
        }
        if (!goesOn) {
            return new JobOutcome.NotNow(WAITS_ITS_TURN, Duration.ZERO, () -> dispatch.notAsked(message, taken, ""));
        }
        // Those before it in the group count, too.
        Optional<MessageChannel.Cap> cap = channel.cap(message.unit());
        if (cap.isPresent()) {
            return new JobOutcome.NotNow(
                    cap.get().reason(), cap.get().pause(), () -> dispatch.notAsked(message, taken, ""));
        }
        return isOurs(job) ? send(attempt, taken) : JobOutcome.notNow("Another node has this message by now", JOINED);
    }

    private boolean isOurs(Job job) {
        return System.nanoTime() - begin < SURELY_OURS.toNanos() || job.lease().isHeld();
    }

    private JobOutcome send(Attempt attempt, ClaimedMessage taken) {
        MessageJob message = attempt.message();
        if (dispatch.isSimulated(message)) {
            return JobOutcome.done(() -> dispatch.simulated(message, taken));
        }
        OutgoingNews news = new OutgoingNews(message.messageId(), message.topic(), message.unit(), taken.count());
        long sending = System.nanoTime();
        try {
            DeliveryResult result = channel.send(news, attempt.to());
            goesOn = isAboutTheMessage(result.status());
            return outcomes.of(attempt, taken, result);
        } finally {
            long took = System.nanoTime() - sending;
            size.took(took);
            goesOn &= took < LONG.toNanos();
        }
    }

    private static boolean isAboutTheMessage(DeliveryStatus status) {
        return status != DeliveryStatus.UNAVAILABLE && status != DeliveryStatus.TECHNICAL_FAILURE;
    }
}

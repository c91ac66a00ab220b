package org.careunit.sms.internal.sending;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.sending.PartLink.Attempt;

/**
 * Submits parts over a link, limited by the window and by the rate that the gateway accepts. Safe for use by many
 * threads.
 */
public final class Submissions {

    private final PartLink link;
    private final Duration longest;
    private final Throttle throttle;
    private final Semaphore window;
    private final LongSupplier nanos;

    /**
     * @param window how many parts may be without an answer
     * @param longest how long a part waits while the gateway throttles
     * @param nanos like {@link System#nanoTime()}
     */
    public Submissions(PartLink link, int window, Duration longest, LongSupplier nanos) {
        this.link = link;
        this.longest = longest;
        this.nanos = nanos;
        this.throttle = new Throttle(nanos);
        this.window = new Semaphore(window, true);
    }

    /** A place in the order in which messages leave. */
    long ticket() {
        return throttle.ticket();
    }

    /** Submits one part, and waits for the answer: while the gateway throttles, as long as one answer may take. */
    SmsAnswer submit(OutgoingPart part, long ticket) {
        throttle.enter();
        try {
            return inTurn(part, ticket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SmsAnswer.connectionFailed(SmsFault.LOST, true);
        } finally {
            throttle.leave();
        }
    }

    private SmsAnswer inTurn(OutgoingPart part, long ticket) throws InterruptedException {
        long deadline = nanos.getAsLong() + longest.toNanos();
        SmsAnswer answer = SmsAnswer.replied(DeliveryStatus.TEMPORARY_FAILURE, "the SMS gateway takes no more for now");
        for (long pass = throttle.await(ticket, deadline); pass > 0; pass = throttle.await(ticket, deadline)) {
            Attempt attempt = attempt(part, deadline);
            if (attempt.answer().isAccepted()) {
                throttle.accepted();
            }
            if (!attempt.throttled()) {
                return attempt.answer();
            }
            throttle.throttled(pass);
            answer = attempt.answer();
        }
        return answer;
    }

    private Attempt attempt(OutgoingPart part, long deadline) throws InterruptedException {
        if (!window.tryAcquire(deadline - nanos.getAsLong(), TimeUnit.NANOSECONDS)) {
            return Attempt.of(SmsAnswer.connectionFailed(SmsFault.TIME_OUT, false));
        }
        try {
            return link.submit(part);
        } finally {
            window.release();
        }
    }
}

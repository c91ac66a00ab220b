package org.careunit.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How we stand with the mail server. Where it refuses us rather than a message, the channel rests, and one attempt a minute
 * finds out whether it still does: more would lock the account. Safe for use by many threads.
 */
final class Standing {

    static final Duration REST = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final String server;
    private final Clock clock;
    private Trouble trouble = Trouble.NONE;
    private Instant since = Instant.MIN;
    private Instant next = Instant.MIN;
    private Instant lastAccepted;

    /** @param server its name in the log */
    Standing(String server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Lets one pass who wants to send.
     *
     * @throws UnavailableException if the channel rests
     */
    synchronized void enter() {
        if (!trouble.closesTheChannel()) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            throw new UnavailableException(explanation());
        }
        next = now.plus(REST);
    }

    /** Takes note of what came of an attempt. */
    synchronized void learn(SmtpAnswer answer) {
        if (answer.status() == DeliveryStatus.ACCEPTED) {
            lastAccepted = clock.instant();
        }
        if (answer.trouble() == Trouble.NONE && answer.code() > 0) {
            answers();
        } else if (!answer.trouble().isPassing()) {
            stands(answer.trouble());
        }
    }

    /** It lets us in. */
    synchronized void answers() {
        if (trouble != Trouble.NONE) {
            LOG.info(
                    "E-mail goes out again through {} after {} s.",
                    server,
                    Duration.between(since, clock.instant()).toSeconds());
            trouble = Trouble.NONE;
        }
    }

    private void stands(Trouble found) {
        Instant now = clock.instant();
        if (found.closesTheChannel()) {
            next = now.plus(REST);
        }
        if (trouble == found || (trouble.closesTheChannel() && !found.closesTheChannel())) {
            return;
        }
        since = trouble == Trouble.NONE ? now : since;
        trouble = found;
        LOG.warn(
                "{} {}.", explanation(), found.closesTheChannel() ? "One attempt a minute finds out" : "Messages wait");
    }

    /** What is wrong and what to do, in one line. */
    synchronized String explanation() {
        return "No e-mail goes out through " + server + ": " + trouble.what() + ". " + trouble.advice() + ".";
    }

    synchronized Trouble trouble() {
        return trouble;
    }

    synchronized Optional<Instant> lastAccepted() {
        return Optional.ofNullable(lastAccepted);
    }
}

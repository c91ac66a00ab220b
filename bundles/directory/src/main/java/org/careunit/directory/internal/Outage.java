package org.careunit.directory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A time in which EK cannot be asked: one line in the log when it begins, one when it ends. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final Clock clock;
    private final Duration stale;

    private Instant since;
    private DirectoryException reason;
    private long served;
    private long refused;

    Outage(Clock clock, Duration stale) {
        this.clock = clock;
        this.stale = stale;
    }

    synchronized void began(DirectoryException cause) {
        reason = cause;
        if (since != null) {
            return;
        }
        since = clock.instant();
        LOG.warn(
                "EK cannot be asked: {}. What it said within the last {} h is given again meanwhile, marked as stale;"
                        + " it is tried again by itself.",
                cause.getMessage(),
                stale.toHours());
    }

    synchronized void ended() {
        if (since != null) {
            LOG.info(
                    "EK answers again after {}; {} questions were answered from memory meanwhile, {} not at all.",
                    Duration.between(since, clock.instant()),
                    served,
                    refused);
        }
        since = null;
        reason = null;
        served = 0;
        refused = 0;
    }

    /** Counts an answer that was given from memory. */
    synchronized void servedStale() {
        served++;
    }

    /** Counts a question that went unanswered. */
    synchronized void refused() {
        refused++;
    }

    /** Why EK cannot be asked now. */
    synchronized DirectoryException lastFailure() {
        return reason != null ? reason : new DirectoryException(Trouble.OTHER, "");
    }
}

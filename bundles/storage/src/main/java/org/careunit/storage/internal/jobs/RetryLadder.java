package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Calculates the pause after each failure and when to give up: growing pauses, each lengthened at random by up to a
 * fifth so that jobs that failed together are not retried together, for 72 hours.
 */
public final class RetryLadder {

    static final Duration LENGTH = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(4),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));
    private static final int JITTER_PERCENT = 20;

    private final RandomGenerator random;

    public RetryLadder(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause before the next attempt; empty if there is to be none.
     *
     * @param failures how many attempts have failed, this one included
     * @param tried how long the job has been tried
     */
    public Optional<Duration> next(int failures, Duration tried) {
        if (tried.compareTo(LENGTH) >= 0) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
        return Optional.of(pause.plus(
                pause.multipliedBy(random.nextInt(JITTER_PERCENT + 1)).dividedBy(100)));
    }

    /** The pause between attempts of a job that is tried for ever. */
    Duration longest() {
        return PAUSES.get(PAUSES.size() - 1);
    }
}

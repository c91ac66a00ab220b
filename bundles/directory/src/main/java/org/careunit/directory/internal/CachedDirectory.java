package org.careunit.directory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.failure.UnavailableException;
import org.careunit.directory.internal.DirectoryQuery.Answer;
import org.careunit.directory.internal.DirectorySettings.CacheTimes;

/**
 * Answers from the cache while an entry is fresh, else queries EK; while EK is down, answers from the cache with the
 * answer marked as stale. The absence of an entry is never answered from the cache, so new entries in EK are found at
 * once.
 */
final class CachedDirectory {

    private final DirectoryClient client;
    private final AnswerCache cache;
    private final CacheTimes keeping;
    private final DirectoryMetrics metrics;
    private final Clock clock;
    private final Instant begun;

    CachedDirectory(
            DirectoryClient client, AnswerCache cache, CacheTimes keeping, DirectoryMetrics metrics, Clock clock) {
        this.client = client;
        this.cache = cache;
        this.keeping = keeping;
        this.metrics = metrics;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** @throws UnavailableException if EK cannot be asked and nothing is remembered, or only that nothing was found */
    <A extends Answer> DirectoryAnswer<A> ask(DirectoryQuery<A> question) {
        metrics.asked.increment();
        Optional<DirectoryAnswer<A>> known = cache.find(question);
        if (known.isPresent() && isFresh(known.get())) {
            metrics.fromCache.increment();
            return known.get();
        }
        long outdatedBefore = cache.timesOutdated();
        try {
            return cache.keep(question, client.ask(question), clock.instant(), outdatedBefore);
        } catch (UnavailableException failure) {
            if (known.isPresent() && isServable(known.get())) {
                metrics.stale.increment();
                return new DirectoryAnswer<>(known.get().found(), known.get().asOf(), true);
            }
            metrics.failed.increment();
            throw failure;
        }
    }

    /**
     * An answer from before this configuration is not fresh, since it may come from another directory; one from before
     * a change that the host told of is not, either.
     */
    private boolean isFresh(DirectoryAnswer<? extends Answer> known) {
        return !known.stale()
                && !known.found().isEmpty()
                && !known.asOf().isBefore(begun)
                && isYounger(known, keeping.fresh());
    }

    private boolean isServable(DirectoryAnswer<? extends Answer> known) {
        return !known.found().isEmpty() && isYounger(known, keeping.stale());
    }

    private boolean isYounger(DirectoryAnswer<?> known, Duration age) {
        return clock.instant().isBefore(known.asOf().plus(age));
    }
}

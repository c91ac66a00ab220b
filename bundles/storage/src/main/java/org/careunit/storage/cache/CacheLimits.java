package org.careunit.storage.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Limits of a {@link Cache}: number of values and maximum age.
 *
 * @param entries how many values at most; what is asked for again and again stays as long as it fills no more than half
 *     of that
 * @param maxAge after which a value is loaded again although no notice came; empty where every change is announced
 * @param refresher loads values that are too old while the old ones are still given out; empty to load them on the
 *     thread that asks
 */
public record CacheLimits(int entries, Optional<Duration> maxAge, Optional<Executor> refresher) {

    /** No other limit than the number of values. */
    public static CacheLimits entries(int entries) {
        return new CacheLimits(entries, Optional.empty(), Optional.empty());
    }

    /** As this, with values loaded again when they are too old. */
    public CacheLimits maxAge(Duration age) {
        return new CacheLimits(entries, Optional.of(age), refresher);
    }

    /** As this, with values that are too old loaded by an executor. */
    public CacheLimits refreshedBy(Executor executor) {
        return new CacheLimits(entries, maxAge, Optional.of(executor));
    }
}

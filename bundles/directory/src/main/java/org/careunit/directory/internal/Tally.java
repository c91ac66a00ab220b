package org.careunit.directory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What is counted and measured. */
final class Tally {

    final LongAdder asked = new LongAdder();
    final LongAdder fromCache = new LongAdder();
    final LongAdder stale = new LongAdder();
    final LongAdder failed = new LongAdder();

    private final LongAdder answers = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicReference<Last> last = new AtomicReference<>();

    void answered(long tookNanos, Instant now) {
        answers.increment();
        nanos.add(tookNanos);
        last.set(new Last(tookNanos, now));
    }

    Optional<Instant> lastAnswer() {
        return Optional.ofNullable(last.get()).map(Last::at);
    }

    double lastMillis() {
        return last.get() == null ? 0 : millis(last.get().nanos());
    }

    double meanMillis() {
        long count = answers.sum();
        return count == 0 ? 0 : millis(nanos.sum() / count);
    }

    /** With one decimal. */
    private static double millis(long nanos) {
        return Math.rint(nanos / (Duration.ofMillis(1).toNanos() / 10.0)) / 10;
    }

    private record Last(long nanos, Instant at) {}
}

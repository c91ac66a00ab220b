package org.careunit.directory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Component;

/** Counts and times look-ups; stays when the configuration changes. */
@Component(service = {DirectoryMetrics.class, Metrics.class})
public final class DirectoryMetrics implements Metrics {

    final LongAdder asked = new LongAdder();
    final LongAdder fromCache = new LongAdder();
    final LongAdder stale = new LongAdder();
    final LongAdder failed = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicReference<Last> last = new AtomicReference<>(new Last(0, Instant.EPOCH));

    void answered(long tookNanos, Instant now) {
        answers.increment();
        nanos.add(tookNanos);
        last.set(new Last(tookNanos, now));
    }

    @Override
    public List<Figure> read() {
        long count = answers.sum();
        return List.of(
                new Figure("directory.asked", "questions", asked.sum()),
                new Figure("directory.fromCache", "questions", fromCache.sum()),
                new Figure("directory.stale", "questions", stale.sum()),
                new Figure("directory.failed", "questions", failed.sum()),
                new Figure("directory.lastAnswer", "ms", millis(last.get().nanos())),
                new Figure("directory.meanAnswer", "ms", count == 0 ? 0 : millis(nanos.sum() / count)));
    }

    /** With one decimal. */
    private static double millis(long nanos) {
        return Math.rint(nanos / (Duration.ofMillis(1).toNanos() / 10.0)) / 10;
    }

    private record Last(long nanos, Instant at) {}
}

package org.careunit.testkit.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until a test moves it. Safe for use by many threads. */
public final class SettableClock extends Clock {

    /** A Monday morning in Sweden, outside of quiet hours and before all holidays of the spring. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Instant start;
    private final AtomicReference<Instant> now;

    /** A clock that shows {@link #START}. */
    public SettableClock() {
        this(START);
    }

    /** @param start what it shows at first; not null */
    public SettableClock(Instant start) {
        this.start = start;
        this.now = new AtomicReference<>(start);
    }

    /** Moves it on, or back if the duration is negative. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** @param to what it shows from now on; not null */
    public void set(Instant to) {
        now.set(to);
    }

    /** What has passed since its start, in the form of {@link System#nanoTime()}. */
    public long nanos() {
        return Duration.between(start, now.get()).toNanos();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Calendar rules choose their own zone");
    }
}

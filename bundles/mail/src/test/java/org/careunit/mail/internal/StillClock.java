package org.careunit.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
final class StillClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T07:15:00Z");

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** Like {@link System#nanoTime()}. */
    long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

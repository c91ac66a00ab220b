package org.careunit.itests.demo.host.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.careunit.api.time.SwedishTime;
import org.osgi.service.component.annotations.Component;

/** This machine's clock, ahead by as much as the demo says. Careunit's goes by the same once it is woven. */
@Component(service = MovableClock.class)
public final class MovableClock extends Clock {

    /** The system property that says how far the clock is ahead, in milliseconds. */
    static final String AHEAD = "careunit.demo.aheadMillis";

    /**
     * Moves it on to a time in Sweden.
     *
     * @throws IllegalArgumentException if that is past: time goes forward
     */
    public void moveTo(LocalDateTime time) {
        Duration on = Duration.between(instant(), time.atZone(SwedishTime.ZONE));
        if (on.isNegative()) {
            throw new IllegalArgumentException("It is later than " + time + " already");
        }
        long upward = on.plusNanos(999_999).toMillis(); // never a moment before the time
        System.setProperty(AHEAD, Long.toString(Long.getLong(AHEAD, 0) + upward));
    }

    /** What it shows in Sweden. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(instant(), SwedishTime.ZONE);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusMillis(Long.getLong(AHEAD, 0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Choose the zone where a time is shown");
    }
}

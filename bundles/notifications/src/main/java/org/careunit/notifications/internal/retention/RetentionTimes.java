package org.careunit.notifications.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.Retention.Kind;

/** Retention times: how long each kind of row is kept, and when it is removed. */
public final class RetentionTimes {

    /** After its last event; and for whatever else was not used. */
    public static final Duration SILENT = Duration.ofDays(400);

    /** After the archive of a case was confirmed. */
    static final Duration CONFIRMED = Duration.ofDays(90);

    private static final Duration DIGESTS = Duration.ofDays(1);

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    private RetentionTimes() {}

    /** Since when rows of a kind must not have been used to be removed. */
    static Instant unusedSince(Kind kind, Instant now) {
        return now.minus(kind == Kind.DIGESTS ? DIGESTS : SILENT);
    }

    /** The next night. */
    static Instant nextNight(Instant now) {
        ZonedDateTime tonight = now.atZone(SwedishTime.ZONE).with(AT_NIGHT);
        return (tonight.toInstant().isAfter(now) ? tonight : tonight.plusDays(1)).toInstant();
    }
}

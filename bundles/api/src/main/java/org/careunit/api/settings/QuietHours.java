package org.careunit.api.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.careunit.api.time.SwedishTime;

/**
 * When residents get no messages, every day, in Europe/Stockholm. What would go out then waits for the end.
 *
 * @param from when they start; 21:00 if null
 * @param to when they end, itself not quiet, on the next day if it is not after {@code from}; 08:00 if null. The same as
 *     {@code from} for no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime to) implements RegionSection {

    /** What holds until the region decides: 21:00 to 08:00. */
    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    public QuietHours {
        from = from == null ? LocalTime.of(21, 0) : from;
        to = to == null ? LocalTime.of(8, 0) : to;
    }

    /** Whether messages wait then. */
    public boolean isQuietAt(Instant instant) {
        LocalTime hour = instant.atZone(SwedishTime.ZONE).toLocalTime();
        boolean isSinceStart = !hour.isBefore(from);
        boolean isBeforeEnd = hour.isBefore(to);
        return from.isBefore(to) ? isSinceStart && isBeforeEnd : !from.equals(to) && (isSinceStart || isBeforeEnd);
    }

    /** The instant itself, or if it is quiet then, the end of those hours. */
    public Instant sendableFrom(Instant instant) {
        if (!isQuietAt(instant)) {
            return instant;
        }
        ZonedDateTime there = instant.atZone(SwedishTime.ZONE);
        ZonedDateTime end = there.toLocalDate().atTime(to).atZone(SwedishTime.ZONE);
        return end.toInstant().isAfter(instant)
                ? end.toInstant()
                : there.toLocalDate()
                        .plusDays(1)
                        .atTime(to)
                        .atZone(SwedishTime.ZONE)
                        .toInstant();
    }
}

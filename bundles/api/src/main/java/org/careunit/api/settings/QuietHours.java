package org.careunit.api.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.stream.Stream;
import org.careunit.api.time.SwedishTime;

/**
 * When residents get no messages, every day, in Europe/Stockholm. What would go out then waits for the end.
 *
 * @param from when they start; 21:00 if null
 * @param to when they end, itself not quiet, on the next day if it is not after {@code from}; 08:00 if null. The same
 *     as {@code from} for no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime to) implements RegionSection {

    /** The default: 21:00 to 08:00. */
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

    /** The instant itself, or if it is quiet then, the first one at which it no longer is. */
    public Instant sendableFrom(Instant instant) {
        if (!isQuietAt(instant)) {
            return instant;
        }
        LocalDate today = instant.atZone(SwedishTime.ZONE).toLocalDate();
        // the day after tomorrow, where the minute in which they end is missing tomorrow
        return today.datesUntil(today.plusDays(3))
                .flatMap(this::endsOn)
                .filter(end -> end.isAfter(instant) && !isQuietAt(end))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * When these hours may end on a day: at the time where they end, which comes twice when clocks are put back, and
     * where clocks are changed, over hours that are missing or into hours that are not quiet.
     */
    private Stream<Instant> endsOn(LocalDate day) {
        LocalDateTime end = day.atTime(to);
        ZoneRules rules = SwedishTime.ZONE.getRules();
        Instant midnight = day.atStartOfDay(SwedishTime.ZONE).toInstant();
        ZoneOffsetTransition change = rules.nextTransition(midnight);
        Stream<Instant> ends = rules.getValidOffsets(end).stream().map(end::toInstant);
        boolean isChangedToday = change != null
                && change.getInstant().atZone(SwedishTime.ZONE).toLocalDate().equals(day);
        return isChangedToday ? Stream.concat(ends, Stream.of(change.getInstant())) : ends;
    }
}

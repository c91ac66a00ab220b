package org.careunit.casetypes.internal.offers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.time.SwedishTime;

/** Writes, for residents, when cases may be sent and when that is next. */
public final class SendingTimes {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final int DAYS_AHEAD = 7;

    private SendingTimes() {}

    /** @param spans at least one */
    public static String text(List<HoursSpan> spans, Instant now) {
        String hours = spans.stream().map(SendingTimes::span).collect(Collectors.joining(", "));
        return "Du kan skicka det här ärendet " + hours + "."
                + next(spans, now.atZone(SwedishTime.ZONE))
                        .map(time -> " Nästa gång är " + moment(time.toInstant()) + ".")
                        .orElse("");
    }

    /** "den 5 juli 2026 klockan 8". */
    public static String moment(Instant time) {
        return "den " + SwedishTime.moment(time);
    }

    private static Optional<ZonedDateTime> next(List<HoursSpan> spans, ZonedDateTime now) {
        return IntStream.rangeClosed(0, DAYS_AHEAD)
                .mapToObj(now.toLocalDate()::plusDays)
                .flatMap(day -> spans.stream()
                        .filter(span -> holds(span, day.getDayOfWeek()))
                        .map(span -> day.atTime(span.from()).atZone(SwedishTime.ZONE)))
                .filter(start -> start.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static boolean holds(HoursSpan span, DayOfWeek day) {
        return span.firstDay().compareTo(day) <= 0 && day.compareTo(span.lastDay()) <= 0;
    }

    private static String span(HoursSpan span) {
        String first = name(span.firstDay());
        String days = span.firstDay() == span.lastDay() ? first : first + "–" + name(span.lastDay());
        String end = span.to().equals(LocalTime.MIDNIGHT) ? "24" : SwedishTime.clock(span.to());
        return days + " " + SwedishTime.clock(span.from()) + "–" + end;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, SWEDISH);
    }
}

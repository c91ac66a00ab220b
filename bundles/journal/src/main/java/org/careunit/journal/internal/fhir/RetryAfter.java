package org.careunit.journal.internal.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header Retry-After: seconds, or a date in any of the three forms of HTTP (RFC 9110, 5.6.7). */
final class RetryAfter {

    /** A server that asks for more is asked again after this. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 9;
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC);

    /** A year of two digits that seems to be more than so many years ahead has passed. */
    private static final int MOST_YEARS_AHEAD = 50;

    private static final int YEARS_OF_TWO_DIGITS = 100;

    private RetryAfter() {}

    /** When to ask again; empty if the text is neither or the time has passed. */
    static Optional<Instant> read(String text, Instant now) {
        return parse(text.strip(), now)
                .filter(time -> time.isAfter(now))
                .map(time -> time.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : time);
    }

    private static Optional<Instant> parse(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(text.length() > MOST_DIGITS ? Instant.MAX : now.plusSeconds(Long.parseLong(text)));
        }
        return date(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> date(text, ASCTIME))
                .or(() -> date(text, withShortYear(now)));
    }

    private static Optional<Instant> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeParseException anotherForm) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter withShortYear(Instant now) {
        LocalDate earliest =
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusYears(MOST_YEARS_AHEAD - YEARS_OF_TWO_DIGITS + 1L);
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
    }
}

package org.careunit.journal.internal.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header Retry-After: seconds or a date. */
final class RetryAfter {

    /** A server that asks for more is asked again after this. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** When to ask again; empty if the text is neither or the time has passed. */
    static Optional<Instant> read(String text, Instant now) {
        return parse(text.strip(), now)
                .filter(time -> time.isAfter(now))
                .map(time -> time.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : time);
    }

    private static Optional<Instant> parse(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(now.plusSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}

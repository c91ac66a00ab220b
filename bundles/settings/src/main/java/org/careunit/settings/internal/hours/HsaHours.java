package org.careunit.settings.internal.hours;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;

/** Several spans of hours in HSA's syntax. */
public final class HsaHours {

    private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");

    private HsaHours() {}

    /**
     * Reads spans that are separated by a semicolon, a comma or blanks.
     *
     * @throws RefusedException if one of them is no span
     */
    public static List<HoursSpan> parse(String written) {
        return BETWEEN.splitAsStream(written)
                .filter(span -> !span.isEmpty())
                .map(HoursSpan::of)
                .toList();
    }

    /** Writes spans so that {@link #parse} reads them. */
    public static String format(List<HoursSpan> spans) {
        return spans.stream().map(HoursSpan::value).collect(Collectors.joining(";"));
    }

    /** What a directory holds; what is malformed there is left out. */
    public static List<HoursSpan> legible(List<String> values) {
        return values.stream().flatMap(value -> legible(value).stream()).toList();
    }

    /** Whether one of the spans is open then; without any, nothing is. */
    public static boolean isOpenAt(List<HoursSpan> spans, Instant instant) {
        return spans.stream().anyMatch(span -> span.isOpenAt(instant));
    }

    private static Optional<HoursSpan> legible(String value) {
        try {
            return Stream.ofNullable(value).map(HoursSpan::of).findFirst();
        } catch (RefusedException malformed) {
            return Optional.empty();
        }
    }
}

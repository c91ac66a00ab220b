package org.careunit.settings.internal.hours;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;

/** Several spans of hours in HSA's syntax. */
public final class HsaHours {

    private HsaHours() {}

    /** What a directory holds; what is malformed there is left out. */
    public static List<HoursSpan> legible(List<String> values) {
        return values.stream().flatMap(value -> legible(value).stream()).toList();
    }

    private static Optional<HoursSpan> legible(String value) {
        try {
            return Stream.ofNullable(value).map(HoursSpan::of).findFirst();
        } catch (RefusedException malformed) {
            return Optional.empty();
        }
    }
}

package org.careunit.settings.internal.hours;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;

/** Parses opening hours in HSA's syntax; one value may have several spans with {@code $} between. */
public final class HsaHours {

    private static final int MOST = 200;

    private HsaHours() {}

    /**
     * Parses the hours of a directory entry; empty if any cannot be read or there are too many, because a partial week
     * would claim that the unit is closed otherwise.
     */
    @SuppressWarnings("UnusedException") // what cannot be read is shown as it is written
    public static Optional<List<HoursSpan>> read(List<String> values) {
        List<String> parts = values.stream()
                .flatMap(value -> Arrays.stream(value.split("\\$")))
                .filter(part -> !part.isBlank())
                .limit(MOST + 1L)
                .toList();
        try {
            return parts.size() > MOST
                    ? Optional.empty()
                    : Optional.of(parts.stream().map(HoursSpan::of).toList());
        } catch (RefusedException otherForm) {
            return Optional.empty();
        }
    }
}

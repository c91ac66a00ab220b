package org.careunit.settings.internal.hours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;

/** Several spans of hours in HSA's syntax; one value may have several with {@code $} between. */
public final class HsaHours {

    private static final int MOST = 200;

    private HsaHours() {}

    /**
     * The hours of a directory; empty if any of them cannot be read: a part of the week would say that it is closed
     * else.
     */
    @SuppressWarnings("UnusedException") // what cannot be read is shown as it is written
    public static Optional<List<HoursSpan>> read(List<String> values) {
        List<HoursSpan> spans = new ArrayList<>();
        try {
            values.stream()
                    .flatMap(value -> Arrays.stream(value.split("\\$")))
                    .filter(part -> !part.isBlank())
                    .limit(MOST)
                    .forEach(part -> spans.add(HoursSpan.of(part)));
            return Optional.of(spans);
        } catch (RefusedException otherForm) {
            return Optional.empty();
        }
    }
}

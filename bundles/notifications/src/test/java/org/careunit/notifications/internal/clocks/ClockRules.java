package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;

/** Settings for the clocks' tests. */
final class ClockRules {

    static final Instant THE_BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private ClockRules() {}

    static ClosedDays closed(List<LocalDate> days) {
        return new ClosedDays(days.stream()
                .map(day -> new ClosedDays.Closed(day, day, "Stängt"))
                .toList());
    }

    static ClockSettings handlingDays(int days, ClosedDays closed) {
        return of(closed, days, 0, QuietHours.DEFAULT);
    }

    static ClockSettings of(ClosedDays closed, int days, int promise, QuietHours quiet) {
        Optional<Instant> always = Optional.of(THE_BEGINNING);
        return new ClockSettings(closed, always, days, OptionalInt.of(promise), always, days, quiet);
    }

    static ClockSettings of(boolean on, Instant since, int days, int promise, LocalTime quietUntil) {
        Optional<Instant> onSince = on ? Optional.of(since) : Optional.empty();
        QuietHours quiet = new QuietHours(LocalTime.of(21, 0), quietUntil);
        return new ClockSettings(ClosedDays.NONE, onSince, days, OptionalInt.of(promise), onSince, days, quiet);
    }
}

package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;

/** Settings of the clocks of all cases of a unit, independent of the case type; as in {@link ClockSettings}. */
record UnitClockRules(
        ClosedDays calendar,
        Optional<Instant> staffOnSince,
        int staffDays,
        Optional<Instant> residentOnSince,
        int residentDays,
        QuietHours quietHours) {

    ClockSettings of(OptionalInt firstReplyDays) {
        return new ClockSettings(
                calendar, staffOnSince, staffDays, firstReplyDays, residentOnSince, residentDays, quietHours);
    }

    /** All of it that decides about a moment, as text. That a switch was off for a while makes no moment earlier. */
    String written() {
        return calendar.days() + "|" + staffOnSince.isPresent() + "|" + staffDays + "|" + residentOnSince.isPresent()
                + "|" + residentDays + "|" + quietHours;
    }
}

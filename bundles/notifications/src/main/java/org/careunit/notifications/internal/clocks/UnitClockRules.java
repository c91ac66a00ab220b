package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;

/**
 * Settings of the clocks of all cases of a unit, independent of the case type; as in {@link ClockSettings}.
 *
 * @param versions of all sections that they were read from
 */
record UnitClockRules(
        ClosedDays calendar,
        Optional<Instant> staffOnSince,
        int staffDays,
        Optional<Instant> residentOnSince,
        int residentDays,
        QuietHours quietHours,
        String versions) {

    ClockSettings of(OptionalInt firstReplyDays) {
        return new ClockSettings(
                calendar, staffOnSince, staffDays, firstReplyDays, residentOnSince, residentDays, quietHours);
    }

    /**
     * All of it that decides about a moment, as text. What was changed and changed back has other versions: a case that
     * came in between was calculated by what held then.
     */
    String written() {
        return calendar.days() + "|" + staffOnSince.isPresent() + "|" + staffDays + "|" + residentOnSince.isPresent()
                + "|" + residentDays + "|" + quietHours + "|" + versions;
    }
}

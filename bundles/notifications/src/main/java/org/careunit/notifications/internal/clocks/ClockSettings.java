package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;

/**
 * Settings of a case's clocks in force now, from unit and region.
 *
 * @param calendar the unit's closed days; never null
 * @param staffOnSince since when staff have been reminded without a break: not before this unit's clocks were there;
 *     empty while that is switched off
 * @param staffDays after how many working days of handling staff are reminded
 * @param firstReplyDays the promise of the case's type in working days; empty for none
 * @param residentOnSince since when residents have been reminded, in the same way
 * @param residentDays after how many calendar days residents are reminded of an answer
 * @param quietHours when residents get no messages; never null
 */
public record ClockSettings(
        ClosedDays calendar,
        Optional<Instant> staffOnSince,
        int staffDays,
        OptionalInt firstReplyDays,
        Optional<Instant> residentOnSince,
        int residentDays,
        QuietHours quietHours) {

    public ClockSettings {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(staffOnSince, "staffOnSince");
        Objects.requireNonNull(firstReplyDays, "firstReplyDays");
        Objects.requireNonNull(residentOnSince, "residentOnSince");
        Objects.requireNonNull(quietHours, "quietHours");
    }

    /** The same, had reminders never been switched off; to find when what has passed was due. */
    public ClockSettings alwaysOn() {
        return new ClockSettings(
                calendar,
                Optional.of(Instant.MIN),
                staffDays,
                firstReplyDays,
                Optional.of(Instant.MIN),
                residentDays,
                quietHours);
    }

    /**
     * When a message that reminds staff may leave, from an instant on: then, or at the next working day's 08:00; empty
     * if the closed days leave no working day.
     */
    public Optional<Instant> staffMayBeRemindedFrom(Instant instant) {
        return new WorkingDayClock(calendar).leavesFrom(instant);
    }

    Optional<Instant> onSince(CaseClock clock) {
        return clock.audience() == CaseClock.Audience.STAFF ? staffOnSince : residentOnSince;
    }
}

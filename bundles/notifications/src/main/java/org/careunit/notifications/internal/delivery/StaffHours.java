package org.careunit.notifications.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds reminders to staff outside of the hours in which they may leave: working days of the unit, 08:00 to 17:00. One
 * that waited for a gateway or for the next day's SMS must not wake anybody. Waiting costs no attempt.
 */
@Component(service = StaffHours.class)
public final class StaffHours {

    /** How soon closed days are looked at again that leave no working day. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private static final String WAITS = "It waits for a working day, 08:00 to 17:00";

    private final UnitClocks clocks;
    private final Clock clock;

    @Activate
    public StaffHours(@Reference UnitClocks clocks, @Reference(target = "(careunit=internal)") Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Empty if the message may leave now. */
    Optional<Hold> hold(MessageJob message) {
        if (message.topic() != Topic.FIRST_REPLY && message.topic() != Topic.OVERDUE) {
            return Optional.empty();
        }
        try {
            return clocks.of(message.unit(), Optional.empty()).flatMap(this::untilItOpens);
        } catch (UnavailableException notNow) {
            return Optional.of(new Hold.Wait(String.valueOf(notNow.getMessage()), ResidentRules.ASK_AGAIN));
        }
    }

    private Optional<Hold> untilItOpens(ClockSettings settings) {
        Instant now = clock.instant();
        Optional<Instant> opens = settings.staffMayBeRemindedFrom(now);
        return opens.filter(now::equals).isPresent()
                ? Optional.empty()
                : opens.<Hold>map(at -> new Hold.Until(WAITS, at))
                        .or(() -> Optional.of(new Hold.Wait(WAITS, LOOK_AGAIN)));
    }
}

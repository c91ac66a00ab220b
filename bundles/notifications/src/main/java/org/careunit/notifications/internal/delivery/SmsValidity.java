package org.careunit.notifications.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.time.SwedishTime;

/** Calculates until when an SMS to a resident may be delivered: until the next quiet hours, at least an hour. */
final class SmsValidity {

    private static final Duration LEAST = Duration.ofHours(1);

    private SmsValidity() {}

    static Instant until(QuietHours hours, Instant now) {
        ZonedDateTime local = now.atZone(SwedishTime.ZONE);
        LocalDate today = local.toLocalDate();
        LocalDate day = local.toLocalTime().isBefore(hours.from()) ? today : today.plusDays(1);
        Instant quiet = day.atTime(hours.from()).atZone(SwedishTime.ZONE).toInstant();
        Instant least = now.plus(LEAST);
        return quiet.isBefore(least) ? least : quiet;
    }
}

package org.careunit.notifications.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.careunit.api.settings.QuietHours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsValidityTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T10:00:00Z, 2026-03-05T20:00:00Z",
        "2026-03-05T19:30:00Z, 2026-03-05T20:30:00Z",
        "2026-03-05T20:00:00Z, 2026-03-06T20:00:00Z",
        "2026-07-05T10:00:00Z, 2026-07-05T19:00:00Z"
    })
    void anSmsToAResidentIsValidUntilTheNextQuietHours(Instant now, Instant until) {
        assertThat(SmsValidity.until(QuietHours.DEFAULT, now)).isEqualTo(until);
    }
}

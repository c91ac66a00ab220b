package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

public class RetryLadderTest {

    private final RetryLadder ladder = new RetryLadder(new Random(1));

    @Test
    public void thePausesGrowAsPromised() {
        assertPause(1, Duration.ofSeconds(4));
        assertPause(2, Duration.ofSeconds(20));
        assertPause(3, Duration.ofMinutes(5));
        assertPause(4, Duration.ofMinutes(30));
        assertPause(7, Duration.ofHours(4));
        assertPause(100, Duration.ofHours(4));
    }

    private void assertPause(int failures, Duration least) {
        for (int i = 0; i < 100; i++) {
            assertThat(ladder.next(failures, Duration.ZERO).orElseThrow())
                    .isBetween(least, least.multipliedBy(12).dividedBy(10));
        }
    }

    @Test
    public void greylistingOfFiveMinutesIsPassedWithinTen() {
        Duration waited = Duration.ZERO;
        for (int failures = 1; waited.compareTo(Duration.ofMinutes(5)) < 0; failures++) {
            waited = waited.plus(ladder.next(failures, waited).orElseThrow());
        }
        assertThat(waited).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    public void itEndsAfterThreeDays() {
        assertThat(ladder.next(20, Duration.ofDays(3).minusMillis(1))).isPresent();
        assertThat(ladder.next(20, Duration.ofDays(3))).isEqualTo(Optional.empty());
    }
}

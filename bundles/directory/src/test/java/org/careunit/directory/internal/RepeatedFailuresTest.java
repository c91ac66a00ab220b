package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {

    private final SettableClock clock = new SettableClock();
    private final RepeatedFailures failures = new RepeatedFailures(5, Duration.ofSeconds(10), clock::nanos);

    @Test
    void countsTheSameLookUpOnce() {
        assertThat(failures.isFirst("a")).isTrue();
        assertThat(failures.isFirst("a")).isFalse();
        assertThat(failures.isFirst("b")).isTrue();

        failures.succeeded("a");

        assertThat(failures.isFirst("a")).isTrue();
    }

    @Test
    void putsTheOneOffThatKeepsFailing() {
        IntStream.range(0, 5).forEach(i -> failures.isFirst("a"));

        assertThat(failures.allows("a")).isFalse();
        assertThat(failures.allows("b")).isTrue();

        clock.advance(Duration.ofSeconds(10));

        assertThat(failures.allows("a")).isTrue();
    }

    @Test
    void forgetsTheOldestBeyondABound() {
        IntStream.range(0, 5).forEach(i -> failures.isFirst("old"));
        IntStream.range(0, 1000).forEach(failures::isFirst);

        assertThat(failures.allows("old")).isTrue();
    }
}

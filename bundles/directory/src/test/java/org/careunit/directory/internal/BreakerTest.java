package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final SettableClock clock = new SettableClock();
    private final Breaker breaker = new Breaker(5, Duration.ofSeconds(10), clock::nanos);

    @Test
    void staysClosedWhileSomethingSucceeds() {
        fail(4);
        breaker.succeeded();
        fail(4);

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsOneThroughAtATimeAfterThePause() {
        fail(5);

        assertThat(breaker.allows()).isFalse();
        clock.advance(Duration.ofSeconds(10));

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();

        breaker.failed();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void closesWithTheFirstSuccess() {
        fail(5);
        clock.advance(Duration.ofSeconds(10));
        breaker.allows();
        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsTheNextThroughIfTheTrialCameToNothing() {
        fail(5);
        clock.advance(Duration.ofSeconds(10));
        breaker.allows();
        breaker.undecided();

        assertThat(breaker.allows()).isTrue();
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(i -> breaker.failed());
    }
}

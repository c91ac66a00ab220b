package org.careunit.routes.internal;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff pauses = new Backoff(ofSeconds(2), ofSeconds(60));

    @Test
    void aPauseIsTwiceTheOneBefore() {
        assertThat(pauses.after(1)).isEqualTo(ofSeconds(2));
        assertThat(pauses.after(2)).isEqualTo(ofSeconds(4));
        assertThat(pauses.after(5)).isEqualTo(ofSeconds(32));
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        assertThat(pauses.after(6)).isEqualTo(ofSeconds(60));
        assertThat(pauses.after(Integer.MAX_VALUE)).isEqualTo(ofSeconds(60));
    }
}

package org.careunit.notifications.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupSizeTest {

    private final GroupSize size = new GroupSize();

    @Test
    void messagesLeaveOneByOneUntilTheGatewayIsKnown() {
        assertThat(size.now()).isEqualTo(1);
    }

    @Test
    void aQuickGatewayTakesSixteenAtMost() {
        took(Duration.ofMillis(1), 100);
        assertThat(size.now()).isEqualTo(16);
        took(Duration.ZERO, 1_000);
        assertThat(size.now()).isEqualTo(16);
    }

    @Test
    void aGroupIsNoLongerThanTwentyMilliseconds() {
        took(Duration.ofMillis(5), 100);
        assertThat(size.now()).isBetween(3, 4);
    }

    @Test
    void aGatewayThatBecomesSlowTakesOneAtATimeAgain() {
        took(Duration.ofMillis(1), 100);
        took(Duration.ofSeconds(1), 1);
        assertThat(size.now()).isEqualTo(1);
    }

    private void took(Duration time, int times) {
        IntStream.range(0, times).forEach(i -> size.took(time.toNanos()));
    }
}

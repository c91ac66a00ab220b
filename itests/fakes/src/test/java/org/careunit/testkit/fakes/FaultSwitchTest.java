package org.careunit.testkit.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.careunit.api.failure.UnavailableException;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;

class FaultSwitchTest {

    private final FaultSwitch faults = new FaultSwitch();

    @Test
    void eachFaultReplacesTheRightAnswerUntilItIsMended() {
        faults.set(Fault.UNAVAILABLE);
        assertThatThrownBy(this::ask).isInstanceOf(UnavailableException.class);
        faults.set(Fault.THROWS);
        assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
        faults.set(Fault.NULL);
        assertThat(ask()).isNull();
        faults.mend();
        assertThat(ask()).isEqualTo("right");
    }

    @Test
    void aSlowAnswerComesAtOnceWhenItIsMended() throws Exception {
        faults.slowFor(Duration.ofMinutes(1));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::ask);
        assertThat(answer).isNotDone();
        faults.mend();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("right");
    }

    private String ask() {
        return faults.answer("It", () -> "right");
    }
}

package org.careunit.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.careunit.api.failure.UnavailableException;
import org.careunit.routes.ChannelState.Status;
import org.junit.jupiter.api.Test;

class ChannelStateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ChannelState state = ChannelState.of(
            "The peer",
            "Messages wait.",
            Clock.fixed(Instant.parse("2026-03-02T07:15:00Z"), ZoneOffset.UTC),
            nanos::get,
            3,
            Duration.ofSeconds(10));

    @Test
    void aLastingFaultRestsAtOnceAndLetsOneThroughInEachPause() {
        state.enter();
        state.failed(Found.LOGIN);

        assertThat(state.status()).isEqualTo(Status.RESTING);
        assertThatThrownBy(state::enter)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("The peer rests: it refuses our login; check the password.");

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        state.enter();
        assertThatThrownBy(state::enter).isInstanceOf(UnavailableException.class);
    }

    @Test
    void passingFaultsRestItAfterSome() {
        state.failed(Found.SLOW);
        state.failed(Found.SLOW);
        state.enter();
        state.failed(Found.SLOW);

        assertThatThrownBy(state::enter).isInstanceOf(UnavailableException.class);
    }

    @Test
    void anAnswerEndsIt() {
        state.failed(Found.LOGIN);
        state.answered();

        state.enter();
        assertThat(state.status()).isEqualTo(Status.WORKS);
        assertThat(state.fault()).isEmpty();
        assertThat(state.lastAnswer()).contains(Instant.parse("2026-03-02T07:15:00Z"));
    }

    @Test
    void aPassingFaultDoesNotHideALastingOne() {
        state.failed(Found.LOGIN);
        state.failed(Found.SLOW);

        assertThat(state.fault()).contains(Found.LOGIN);
    }

    @Test
    void whatIsNotSetUpIsRefusedWithWhatToDo() {
        ChannelState none = ChannelState.notSetUp("No directory is set up: name its host.");

        assertThat(none.status()).isEqualTo(Status.NOT_SET_UP);
        assertThatThrownBy(none::enter)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("No directory is set up: name its host.");
    }

    private enum Found implements ChannelState.Fault {
        LOGIN(new FaultText("it refuses our login", "check the password", true)),
        SLOW(new FaultText("no answer in time", "check the network", false));

        private final FaultText text;

        Found(FaultText text) {
            this.text = text;
        }

        @Override
        public FaultText text() {
            return text;
        }
    }
}

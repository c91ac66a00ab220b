package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An abort interrupts the opening thread while it waits, and never while it closes what it has opened. */
class OpeningInterruptTest {

    private final OpeningAttempt attempt = new OpeningAttempt();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void anAbortEndsTheWaitOfTheOpeningThread() {
        attempt.onAbort(() -> done.add("closed"));

        attempt.abort();

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(done).containsExactly("closed");
    }

    @Test
    void whatIsOpenedAfterAnAbortIsClosedWithoutItsInterrupt() {
        attempt.abort();

        attempt.onAbort(() -> done.add(
                Thread.currentThread().isInterrupted()
                        ? "closed by an interrupted thread"
                        : "closed by a free thread"));

        assertThat(done).containsExactly("closed by a free thread");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void onceTheAttemptHasEndedTheInterruptIsGone() {
        attempt.abort();

        attempt.end();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(attempt.isAborted()).isTrue();
    }

    @Test
    void anAbortThatComesTooLateInterruptsNobody() {
        attempt.end();

        attempt.abort();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}

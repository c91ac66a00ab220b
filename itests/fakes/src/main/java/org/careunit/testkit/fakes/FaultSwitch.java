package org.careunit.testkit.fakes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.careunit.api.failure.UnavailableException;

/**
 * Decides how a fake answers: as it should, or with one of the faults that a test switches on. Safe for many threads.
 */
public final class FaultSwitch {

    /** What an answer can be instead of the right one. */
    public enum Fault {
        /** None: the right answer is given. */
        NONE,
        /** {@link UnavailableException}: not now. */
        UNAVAILABLE,
        /** {@code null}, which no contract allows. */
        NULL,
        /** An exception that no contract allows, with a canary's name in its message. */
        THROWS,
        /** The right answer, after {@link #slowFor} or when the fault is switched off. */
        SLOW
    }

    private volatile Fault fault = Fault.NONE;
    private volatile Duration slowness = Duration.ofSeconds(5);
    private volatile CountDownLatch mended = new CountDownLatch(1);

    /** Switches a fault on until {@link #mend} or another one. */
    public void set(Fault wanted) {
        mend();
        mended = new CountDownLatch(1);
        fault = wanted;
    }

    /** Has answers take that long. */
    public void slowFor(Duration time) {
        slowness = time;
        set(Fault.SLOW);
    }

    /** Switches the fault off; slow answers that are under way come at once. */
    public void mend() {
        fault = Fault.NONE;
        mended.countDown();
    }

    /** The fault that is switched on; never null. */
    public Fault current() {
        return fault;
    }

    /**
     * Answers, in the way that is switched on.
     *
     * @param who the fake, for the words of an exception
     * @param right gives the right answer
     */
    public <T> T answer(String who, Supplier<T> right) {
        switch (fault) {
            case UNAVAILABLE -> throw new UnavailableException(who + " is unavailable, on purpose");
            case THROWS -> throw new IllegalStateException(who + " fails on purpose for " + Canary.PERSON.name());
            case NULL -> {
                return null;
            }
            case SLOW -> awaitMending();
            case NONE -> {
                // the right answer
            }
        }
        return right.get();
    }

    private void awaitMending() {
        try {
            if (mended.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

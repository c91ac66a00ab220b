package org.careunit.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.Durations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of the channel to an adapter's outside system: it is not set up, rests and why, or works. A channel rests at
 * once for a fault that only a change at one of the ends removes, and after several passing faults in a row; while it
 * rests, one attempt in each pause is let through to find out whether it works again. One WARN when a fault begins, one
 * INFO when it is over. Safe for use by many threads.
 */
public final class ChannelState {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelState.class);

    private final String name;
    private final String consequence;
    private final Clock clock;
    private final LongSupplier nanos;
    private final int patience;
    private final Duration pause;

    private final boolean isSetUp;
    private Fault fault;
    private Instant since;
    private Instant lastAnswer;
    private int failures;
    private boolean closed;
    private long lastAttempt;

    private ChannelState(
            String name,
            String consequence,
            boolean isSetUp,
            Clock clock,
            LongSupplier nanos,
            int patience,
            Duration pause) {
        this.name = name;
        this.consequence = consequence;
        this.isSetUp = isSetUp;
        this.clock = clock;
        this.nanos = nanos;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * A channel that has not been used yet.
     *
     * @param name of the channel, as the beginning of a sentence, such as {@code E-mail through mail.example.org:587}
     * @param consequence what follows while it does not work, as a sentence
     * @param nanos like {@link System#nanoTime()}: pauses do not move with the clock
     * @param patience after how many passing faults in a row it rests
     * @param pause between two attempts while it rests
     */
    public static ChannelState of(
            String name, String consequence, Clock clock, LongSupplier nanos, int patience, Duration pause) {
        return new ChannelState(name, consequence, true, clock, nanos, patience, pause);
    }

    /**
     * A channel that nobody has set up.
     *
     * @param explanation what to configure, as a sentence
     */
    public static ChannelState notSetUp(String explanation) {
        return new ChannelState(
                explanation, "", false, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> 0, 1, Duration.ZERO);
    }

    public synchronized Status status() {
        if (!isSetUp) {
            return Status.NOT_SET_UP;
        }
        return fault == null ? Status.WORKS : Status.RESTING;
    }

    /**
     * Called before each use of the channel.
     *
     * @throws UnavailableException if it is not set up, or rests and no attempt is due
     */
    public synchronized void enter() {
        if (!isSetUp || (closed && nanos.getAsLong() - lastAttempt < pause.toNanos())) {
            throw new UnavailableException(UnavailableProblem.SERVICE, explanation());
        }
        lastAttempt = nanos.getAsLong();
    }

    /** Called when the outside system has answered: the channel works. */
    public synchronized void answered() {
        lastAnswer = clock.instant();
        if (fault != null) {
            LOG.info("{} works again after {}.", name, Durations.text(Duration.between(since, lastAnswer)));
        }
        fault = null;
        failures = 0;
        closed = false;
    }

    /** Called when an attempt failed because of the channel. */
    public synchronized void failed(Fault found) {
        failures++;
        lastAttempt = nanos.getAsLong();
        boolean wasClosed = closed;
        closed = closed || found.isLasting() || failures >= patience;
        if (fault == null) {
            since = clock.instant();
        }
        boolean isWorse = found.isLasting() && (fault == null || !fault.isLasting() || fault != found);
        if (fault == null || isWorse) {
            fault = found;
            LOG.warn("{} {}", explanation(), consequence);
        } else if (!wasClosed || !fault.isLasting()) {
            fault = found;
        }
    }

    /** What is wrong and what to do, in sentences for an operator. */
    public synchronized String explanation() {
        if (!isSetUp) {
            return name;
        }
        return fault == null ? name + " works." : name + " rests: " + fault.what() + "; " + fault.advice() + ".";
    }

    /** Why it rests; empty if it does not. */
    public synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** When the outside system last answered; empty if it has not. */
    public synchronized Optional<Instant> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }

    /** The three states that all adapters have. */
    public enum Status {
        NOT_SET_UP,
        RESTING,
        WORKS
    }

    /** Why a channel rests. An adapter's are the constants of an enumeration. */
    public interface Fault {

        /** What is wrong with it and what to do. */
        FaultText text();

        /** What is wrong, in a few words. */
        default String what() {
            return text().what();
        }

        /** What an operator does about it, in a few words. */
        default String advice() {
            return text().advice();
        }

        /** Whether it lasts until somebody fixes it. */
        default boolean isLasting() {
            return text().isLasting();
        }
    }
}

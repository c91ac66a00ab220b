package org.careunit.api.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.time.SwedishTime;

/**
 * Which of the messages that failed; what is empty matches all.
 *
 * @param state one in which a message has failed; never null
 * @param unit never null
 * @param from the first instant at which they reached their state; never null
 * @param until the instant before which they did; never null
 * @param reason words that the entry's detail contains; never null
 */
public record FailedMessages(
        Optional<MessageState> state,
        Optional<HsaId> unit,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> reason) {
    /** All that failed. */
    public static final FailedMessages ALL = new FailedMessages(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @throws RefusedException if {@code state} is none in which a message has failed, or a time is not of the years
     *     1900 to 9999
     */
    public FailedMessages {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reason, "reason");
        from.ifPresent(instant -> SwedishTime.within("from", instant));
        until.ifPresent(instant -> SwedishTime.within("until", instant));
        state.filter(wanted -> !wanted.failed()).ifPresent(wanted -> {
            throw ValueProblem.NOT_FAILED.refused(wanted);
        });
    }

    public FailedMessages withState(Optional<MessageState> state) {
        return new FailedMessages(state, unit, from, until, reason);
    }

    public FailedMessages withUnit(Optional<HsaId> unit) {
        return new FailedMessages(state, unit, from, until, reason);
    }

    public FailedMessages withFrom(Optional<Instant> from) {
        return new FailedMessages(state, unit, from, until, reason);
    }

    public FailedMessages withUntil(Optional<Instant> until) {
        return new FailedMessages(state, unit, from, until, reason);
    }

    public FailedMessages withReason(Optional<String> reason) {
        return new FailedMessages(state, unit, from, until, reason);
    }
}

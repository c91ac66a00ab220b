package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Progress of a case in its current round, as the clocks need it; a round ends when the case is reopened.
 *
 * @param round 1, and one more for each reopening; 0 for a case that was stored before this was kept
 * @param startedAt when the round began; empty if that is not known
 * @param rests when the handling clock rested in this round, in order; never null
 * @param firstReplyAt the first part reply or counter-question of this round
 * @param answeredAt the first answer of this round
 * @param residentDone whether the answer of this round was read or the case withdrawn
 * @param reminded the clocks that have reminded in this round; never null
 * @param unansweredReplies the events by which the resident replied since staff last did something; never null
 * @param running whether a clock may yet remind
 */
public record StoredProgress(
        int round,
        Optional<Instant> startedAt,
        List<Rest> rests,
        Optional<Instant> firstReplyAt,
        Optional<Instant> answeredAt,
        boolean residentDone,
        Set<String> reminded,
        List<String> unansweredReplies,
        boolean running) {

    /** Of a case that was stored before this was kept, or of which nothing has happened. */
    public static final StoredProgress UNKNOWN = new StoredProgress(
            0, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, Set.of(), List.of(), true);

    /**
     * A time in which the handling clock rests.
     *
     * @param from never null
     * @param until empty while it rests
     */
    public record Rest(Instant from, Optional<Instant> until) {
        public Rest {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    public StoredProgress {
        Objects.requireNonNull(startedAt, "startedAt");
        rests = List.copyOf(rests);
        Objects.requireNonNull(firstReplyAt, "firstReplyAt");
        Objects.requireNonNull(answeredAt, "answeredAt");
        reminded = Set.copyOf(reminded);
        unansweredReplies = List.copyOf(unansweredReplies);
    }

    /** Whether it is known; if not, the case's events have to be folded again. */
    public boolean isKnown() {
        return round > 0;
    }
}

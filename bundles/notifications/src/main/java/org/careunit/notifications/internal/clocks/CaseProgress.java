package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.events.CaseChange;

/**
 * Progress of a case as the clocks need it: the current round, and what has happened in it. Immutable.
 *
 * @param round 1, and one more for each reopening
 * @param received whether the receipt of the case is known; without it no staff clock runs, in later rounds neither
 * @param startedAt when the round began, by receipt or reopening; empty if that is not known
 * @param rests when the handling clock rested in this round, in order; the last one may still last
 * @param firstReplyAt the first part reply or counter-question of this round
 * @param answeredAt the first answer of this round
 * @param handled whether the case is answered, closed or withdrawn
 * @param residentDone whether the answer of this round was read or the case withdrawn
 * @param reminded the clocks that have reminded in this round
 */
public record CaseProgress(
        int round,
        boolean received,
        Optional<Instant> startedAt,
        List<Rest> rests,
        Optional<Instant> firstReplyAt,
        Optional<Instant> answeredAt,
        boolean handled,
        boolean residentDone,
        Set<CaseClock> reminded) {

    /** Of more rests in one round, the two oldest become one. */
    static final int MOST_RESTS = 200;

    /** A case of which nothing has happened yet. */
    public static final CaseProgress NONE = round(1, false, Optional.empty());

    /**
     * A time in which the handling clock rests.
     *
     * @param from the counter-question
     * @param until the resident's reply; empty while it is missing
     */
    public record Rest(Instant from, Optional<Instant> until) {

        boolean isOpen() {
            return until.isEmpty();
        }

        boolean endsAfter(Instant instant) {
            return until.map(end -> end.isAfter(instant)).orElse(true);
        }
    }

    public CaseProgress {
        rests = List.copyOf(rests);
        reminded = Set.copyOf(reminded);
    }

    private static CaseProgress round(int round, boolean received, Optional<Instant> startedAt) {
        return new CaseProgress(
                round,
                received,
                startedAt,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                EnumSet.noneOf(CaseClock.class));
    }

    /** Whether a counter-question waits for the resident's reply. */
    public boolean resting() {
        return !rests.isEmpty() && rests.get(rests.size() - 1).isOpen();
    }

    /** The case after one more event; the caller puts events into their order. */
    public CaseProgress with(CaseChange change, Instant at) {
        if (change instanceof CaseChange.Received) {
            return withReceipt(at);
        } else if (change instanceof CaseChange.Reopened) {
            return round(round + 1, received, Optional.of(at));
        } else if (change instanceof CaseChange.CounterQuestionAsked) {
            return withQuestion(at);
        } else if (change instanceof CaseChange.PartReplied) {
            return handled ? this : withFirstReply(at);
        } else if (change instanceof CaseChange.ResidentReplied) {
            return resting() ? withRests(resumed(at)) : this;
        } else if (change instanceof CaseChange.Answered) {
            return withEnd(answeredAt.or(() -> Optional.of(at)), residentDone);
        } else if (change instanceof CaseChange.AnswerRead) {
            return answeredAt.isPresent() ? withEnd(answeredAt, true) : this;
        } else if (change instanceof CaseChange.Withdrawn) {
            return withEnd(answeredAt, true);
        } else if (change instanceof CaseChange.Closed) {
            return withEnd(answeredAt, residentDone);
        }
        return this;
    }

    /** Whether a clock may yet remind, whatever the settings are. */
    public boolean running() {
        boolean isUnread = answeredAt.isPresent() && !residentDone && !reminded.contains(CaseClock.UNREAD);
        return !handled || isUnread;
    }

    /** The same after a clock has reminded. */
    public CaseProgress withReminded(CaseClock clock) {
        Set<CaseClock> all = EnumSet.of(clock);
        all.addAll(reminded);
        return withReminded(all);
    }

    /** The same, of which exactly these clocks have reminded. */
    public CaseProgress withReminded(Set<CaseClock> all) {
        return new CaseProgress(
                round, received, startedAt, rests, firstReplyAt, answeredAt, handled, residentDone, all);
    }

    /** Later receipts of the same case change nothing. */
    private CaseProgress withReceipt(Instant at) {
        Optional<Instant> start = startedAt.or(() -> Optional.of(at));
        return new CaseProgress(round, true, start, rests, firstReplyAt, answeredAt, handled, residentDone, reminded);
    }

    /** A second question without a reply in between changes nothing, nor does one to a case that is handled. */
    private CaseProgress withQuestion(Instant at) {
        if (handled || resting()) {
            return this;
        }
        List<Rest> more = new ArrayList<>(rests);
        if (more.size() >= MOST_RESTS) {
            more.set(0, new Rest(more.get(0).from(), more.remove(1).until()));
        }
        more.add(new Rest(at, Optional.empty()));
        return withRests(more).withFirstReply(at);
    }

    private List<Rest> resumed(Instant at) {
        List<Rest> ended = new ArrayList<>(rests);
        Rest last = ended.remove(ended.size() - 1);
        ended.add(new Rest(last.from(), Optional.of(at)));
        return ended;
    }

    private CaseProgress withRests(List<Rest> changed) {
        return new CaseProgress(
                round, received, startedAt, changed, firstReplyAt, answeredAt, handled, residentDone, reminded);
    }

    private CaseProgress withFirstReply(Instant at) {
        Optional<Instant> first = firstReplyAt.or(() -> Optional.of(at));
        return new CaseProgress(round, received, startedAt, rests, first, answeredAt, handled, residentDone, reminded);
    }

    private CaseProgress withEnd(Optional<Instant> answer, boolean isResidentDone) {
        return new CaseProgress(
                round, received, startedAt, rests, firstReplyAt, answer, true, isResidentDone, reminded);
    }
}

package org.careunit.notifications.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;

/** How a case stands by the events that are known of it, in the order in which they happened. */
final class CaseState {

    final List<Rest> rests = new ArrayList<>();
    final Set<String> unansweredReplies = new LinkedHashSet<>();
    int round = 1;
    boolean received;
    boolean handled;
    boolean replied;
    boolean residentDone;
    Optional<StaffId> handler = Optional.empty();
    Optional<Instant> begin = Optional.empty();
    Optional<Instant> reopened = Optional.empty();
    Optional<Instant> answered = Optional.empty();

    /** From a counter-question until the resident's reply, which may be missing. */
    record Rest(Instant from, Optional<Instant> until) {}

    private CaseState() {}

    static CaseState of(List<KnownEvent> events) {
        CaseState state = new CaseState();
        events.stream()
                .sorted(Comparator.comparing(KnownEvent::at).thenComparing(KnownEvent::id))
                .forEach(state::happens);
        return state;
    }

    /** Names the round by what began it, since late events give rounds other numbers. */
    String roundKey() {
        return reopened.map(Instant::toString).orElse("first");
    }

    boolean resting() {
        return !rests.isEmpty() && rests.get(rests.size() - 1).until().isEmpty();
    }

    private void happens(KnownEvent event) {
        CaseChange change = event.change();
        if (change instanceof CaseChange.ResidentReplied || change instanceof CaseChange.Reopened) {
            unansweredReplies.add(event.id());
        } else if (!(change instanceof CaseChange.Received) && !(change instanceof CaseChange.AnswerRead)) {
            unansweredReplies.clear();
        }
        if (change instanceof CaseChange.Received) {
            received = true;
            begin = begin.or(() -> Optional.of(event.at()));
        } else if (change instanceof CaseChange.Given given) {
            handler = Optional.of(given.to());
        } else if (change instanceof CaseChange.Reopened) {
            beginRound(event.at());
        } else {
            goesOn(change, event.at());
        }
    }

    private void goesOn(CaseChange change, Instant at) {
        if (change instanceof CaseChange.CounterQuestionAsked && !handled) {
            replied = true;
            if (!resting()) {
                rests.add(new Rest(at, Optional.empty()));
            }
        } else if (change instanceof CaseChange.PartReplied && !handled) {
            replied = true;
        } else if (change instanceof CaseChange.ResidentReplied && resting()) {
            Rest last = rests.remove(rests.size() - 1);
            rests.add(new Rest(last.from(), Optional.of(at)));
        } else if (change instanceof CaseChange.Answered) {
            handled = true;
            answered = answered.or(() -> Optional.of(at));
        } else if (change instanceof CaseChange.AnswerRead) {
            residentDone |= answered.isPresent();
        } else if (change instanceof CaseChange.Closed) {
            handled = true;
        } else if (change instanceof CaseChange.Withdrawn) {
            handled = true;
            residentDone = true;
        }
    }

    private void beginRound(Instant at) {
        round++;
        begin = Optional.of(at);
        reopened = Optional.of(at);
        handled = false;
        replied = false;
        residentDone = false;
        answered = Optional.empty();
        rests.clear();
    }
}

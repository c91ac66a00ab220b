package org.careunit.notifications.internal.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.EventPlace;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;

/** What a case's events make of it. Pure: the same events give the same case, in whatever order they came in. */
public final class CaseFold {

    private CaseFold() {}

    /** The case after one more event, which must come after all that are in it. */
    public static StoredCase with(Optional<StoredCase> before, CaseEvent event) {
        StoredCase start = before.orElseGet(() -> untouched(event.subject()));
        EventPlace place = place(event);
        Builder next = new Builder(start);
        apply(next, event.change(), event.occurredAt());
        next.last = Optional.of(place);
        return next.build(event.subject());
    }

    /** The case that these events make, put into their order first. */
    public static StoredCase of(List<CaseEvent> events) {
        Optional<StoredCase> folded = Optional.empty();
        for (CaseEvent event : events.stream().sorted(order(events)).toList()) {
            folded = Optional.of(with(folded, event));
        }
        return folded.orElseThrow();
    }

    public static EventPlace place(CaseEvent event) {
        return new EventPlace(event.sequence(), event.occurredAt(), event.id().value());
    }

    /** By the host's number if every event has one, else by time and id. */
    private static Comparator<CaseEvent> order(List<CaseEvent> events) {
        boolean numbered = events.stream().allMatch(event -> event.sequence().isPresent());
        return Comparator.comparing(CaseFold::place, numbered ? EventPlace.BY_SEQUENCE : EventPlace.BY_TIME);
    }

    private static void apply(Builder next, CaseChange change, Instant at) {
        if (change instanceof CaseChange.Received received) {
            next.phase = next.ended() ? next.phase : Phase.OPEN;
            next.caseType = Optional.of(received.caseType());
            next.receivedAt = Optional.of(at);
        } else if (change instanceof CaseChange.Given given) {
            next.handler = Optional.of(given.to());
        } else if (change instanceof CaseChange.CounterQuestionAsked) {
            next.phase = Phase.WAITING;
        } else if (change instanceof CaseChange.ResidentReplied) {
            next.phase = Phase.OPEN;
        } else if (change instanceof CaseChange.Answered) {
            next.phase = Phase.ANSWERED;
        } else if (change instanceof CaseChange.AnswerRead) {
            next.phase = next.phase == Phase.ANSWERED ? Phase.READ : next.phase;
        } else if (change instanceof CaseChange.Reopened) {
            next.phase = Phase.OPEN;
            next.closedAt = Optional.empty();
        } else if (change instanceof CaseChange.Withdrawn) {
            next.end(Phase.WITHDRAWN, at);
        } else if (change instanceof CaseChange.Closed) {
            next.end(Phase.CLOSED, at);
        }
    }

    private static StoredCase untouched(CaseRef ref) {
        return new StoredCase(
                ref,
                Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A case on its way from one state to the next. */
    private static final class Builder {

        private final StoredCase before;
        private Phase phase;
        private Optional<String> caseType;
        private Optional<Instant> receivedAt;
        private Optional<HsaId> handler;
        private Optional<Instant> closedAt;
        private Optional<EventPlace> last;

        private Builder(StoredCase before) {
            this.before = before;
            phase = before.phase();
            caseType = before.caseType();
            receivedAt = before.receivedAt();
            handler = before.handler();
            closedAt = before.closedAt();
            last = before.last();
        }

        private boolean ended() {
            return phase == Phase.WITHDRAWN || phase == Phase.CLOSED;
        }

        private void end(Phase how, Instant at) {
            phase = how;
            closedAt = Optional.of(at);
        }

        private StoredCase build(CaseRef ref) {
            return new StoredCase(
                    ref, phase, caseType, receivedAt, handler, before.staffDue(), before.residentDue(), closedAt, last);
        }
    }
}

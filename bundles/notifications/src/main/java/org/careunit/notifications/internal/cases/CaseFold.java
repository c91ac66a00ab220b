package org.careunit.notifications.internal.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.clocks.CaseProgress;
import org.careunit.storage.EventPosition;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.StoredProgress;

/**
 * Computes the state of a case from its events. Pure: the same events give the same case, in whatever order they came
 * in.
 */
public final class CaseFold {

    private CaseFold() {}

    /** The case after one more event, which must come after all that are in it. */
    public static StoredCase with(Optional<StoredCase> before, CaseEvent event) {
        StoredCase start = before.orElseGet(() -> untouched(event.subject()));
        Builder next = new Builder(start);
        next.apply(event);
        return next.build(event);
    }

    /** The case that these events make, put into their order first. */
    public static StoredCase of(List<CaseEvent> events) {
        Optional<StoredCase> folded = Optional.empty();
        for (CaseEvent event : events.stream().sorted(order(events)).toList()) {
            folded = Optional.of(with(folded, event));
        }
        return folded.orElseThrow();
    }

    /** The case that these events make, put into their order first, up to the first reopening. */
    public static StoredCase firstRound(List<CaseEvent> events) {
        List<CaseEvent> ordered = events.stream().sorted(order(events)).toList();
        return of(ordered.stream()
                .takeWhile(event -> !(event.change() instanceof CaseChange.Reopened))
                .toList());
    }

    /**
     * Folds a known case again from all of its events. Sent reminders of a round are kept while it is the same round,
     * also if a late reopening before it changes its number.
     */
    public static StoredCase again(StoredCase before, List<CaseEvent> events) {
        StoredCase folded = of(events);
        return isOneRound(before.progress(), folded.progress())
                ? StoredCaseClocks.withReminded(folded, before.progress().reminded())
                : folded;
    }

    private static boolean isOneRound(StoredProgress before, StoredProgress folded) {
        boolean beganTogether =
                before.startedAt().isPresent() && before.startedAt().equals(folded.startedAt());
        return before.round() == folded.round() || beganTogether;
    }

    public static EventPosition place(CaseEvent event) {
        return new EventPosition(
                event.sequence(), event.occurredAt(), event.id().value());
    }

    /** By the host's number if every event has one, else by time and id. */
    private static Comparator<CaseEvent> order(List<CaseEvent> events) {
        boolean numbered = events.stream().allMatch(event -> event.sequence().isPresent());
        return Comparator.comparing(CaseFold::place, numbered ? EventPosition.BY_SEQUENCE : EventPosition.BY_TIME);
    }

    private static StoredCase untouched(CaseRef ref) {
        StoredCase empty = new StoredCase(
                ref,
                Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return StoredCaseClocks.with(empty, CaseProgress.NONE, List.of());
    }

    /** Mutable state of a case while an event is folded in. */
    private static final class Builder {

        private final StoredCase before;
        private Phase phase;
        private CaseProgress progress;
        private List<String> replies;
        private Optional<CaseTypeKey> caseType;
        private Optional<Instant> receivedAt;
        private Optional<StaffId> handler;
        private Optional<Instant> closedAt;

        private Builder(StoredCase before) {
            this.before = before;
            phase = before.phase();
            progress = StoredCaseClocks.progress(before);
            replies = before.progress().unansweredReplies();
            caseType = before.caseType();
            receivedAt = before.receivedAt();
            handler = before.handler();
            closedAt = before.closedAt();
        }

        private void apply(CaseEvent event) {
            CaseChange change = event.change();
            Instant at = event.occurredAt();
            if (change instanceof CaseChange.Received received) {
                caseType = caseType.or(() -> Optional.of(received.caseType()));
                receivedAt = receivedAt.or(() -> Optional.of(at));
            } else if (change instanceof CaseChange.Given given) {
                handler = Optional.of(given.to());
            } else if (change instanceof CaseChange.Reopened) {
                closedAt = Optional.empty();
            } else if (change instanceof CaseChange.Withdrawn || change instanceof CaseChange.Closed) {
                closedAt = Optional.of(at);
            }
            progress = progress.with(change, at);
            phase = phase(change);
            replies = UnansweredReplies.after(replies, event);
        }

        private Phase phase(CaseChange change) {
            if (change instanceof CaseChange.Withdrawn) {
                return Phase.WITHDRAWN;
            } else if (change instanceof CaseChange.Closed) {
                return Phase.CLOSED;
            } else if (change instanceof CaseChange.AnswerRead) {
                return phase == Phase.ANSWERED ? Phase.READ : phase;
            } else if (!progress.handled()) {
                return progress.resting() ? Phase.WAITING : Phase.OPEN;
            }
            return before.handled() ? phase : Phase.ANSWERED;
        }

        private StoredCase build(CaseEvent event) {
            StoredCase next = new StoredCase(
                    event.subject(),
                    phase,
                    caseType,
                    receivedAt,
                    handler,
                    before.staffDue(),
                    before.residentDue(),
                    closedAt,
                    Optional.of(place(event)));
            return StoredCaseClocks.with(next, progress, replies);
        }
    }
}

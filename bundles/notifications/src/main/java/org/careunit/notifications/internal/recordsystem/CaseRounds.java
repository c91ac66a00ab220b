package org.careunit.notifications.internal.recordsystem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.storage.EventPosition;
import org.careunit.storage.StoredEvent;

/**
 * The rounds of a case, by its events in their order: the first begins with the case, and each reopening begins
 * another. An event that comes late may give a round another number, so rounds are found by their events.
 */
final class CaseRounds {

    private static final String RECEIVED = "case-received";
    private static final String REOPENED = "reopened";
    private static final String WITHDRAWN = "withdrawn";
    private static final Set<String> ENDS = Set.of("answered", WITHDRAWN, "closed");

    private final List<Round> rounds = new ArrayList<>();

    /** @param events all events of the case, in any order */
    CaseRounds(List<StoredEvent> events) {
        boolean isNumbered = events.stream().allMatch(event -> event.sequence().isPresent());
        rounds.add(new Round(1, new ArrayList<>()));
        events.stream()
                .sorted(Comparator.comparing(
                        StoredEvent::place, isNumbered ? EventPosition.BY_SEQUENCE : EventPosition.BY_TIME))
                .forEach(this::add);
    }

    private void add(StoredEvent event) {
        if (event.type().equals(REOPENED)) {
            rounds.add(new Round(rounds.size() + 1, new ArrayList<>()));
        }
        last().events().add(event);
    }

    private Round last() {
        return rounds.get(rounds.size() - 1);
    }

    /**
     * One round of a case.
     *
     * @param number from 1
     * @param events in their order; the reopening first, if one began it
     */
    record Round(int number, List<StoredEvent> events) {

        /** Whether an event of this id begins it; a second receipt begins nothing of its own. */
        boolean isBegunBy(String eventId) {
            return events.stream()
                    .filter(event ->
                            event.type().equals(RECEIVED) || event.type().equals(REOPENED))
                    .anyMatch(event -> event.id().equals(eventId));
        }

        /** The event that ended it; empty if the case waits, or waited until it was reopened. */
        Optional<StoredEvent> end() {
            return events.stream().filter(event -> ENDS.contains(event.type())).findFirst();
        }

        private boolean has(String eventId) {
            return events.stream().anyMatch(event -> event.id().equals(eventId));
        }
    }

    /** The notice to a record system at a round's end. */
    static Kind kind(StoredEvent end) {
        return end.type().equals(WITHDRAWN) ? Kind.CANCELLED : Kind.COMPLETED;
    }

    /** The round in which an event lies: one that reopens the case begins it. */
    Optional<Round> of(String eventId) {
        return rounds.stream().filter(round -> round.has(eventId)).findFirst();
    }

    /** The rounds before another. */
    List<Round> before(Round round) {
        return rounds.subList(0, round.number() - 1);
    }

    /** Whether an event lies in the last round and the case waits in it. */
    boolean isWaiting(String eventId) {
        return last().has(eventId) && last().end().isEmpty();
    }
}

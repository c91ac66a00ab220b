package org.careunit.notifications.internal.recordsystem;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.careunit.storage.EventPosition;
import org.careunit.storage.StoredEvent;

/**
 * The rounds of a case, by its events in their order: the first begins with the case, and each reopening begins
 * another.
 */
final class CaseRounds {

    private static final String REOPENED = "reopened";
    private static final Set<String> ENDS = Set.of("answered", "withdrawn", "closed");

    private final List<StoredEvent> events;

    /** @param events all events of the case, in any order */
    CaseRounds(List<StoredEvent> events) {
        boolean isNumbered = events.stream().allMatch(event -> event.sequence().isPresent());
        this.events = events.stream()
                .sorted(Comparator.comparing(
                        StoredEvent::place, isNumbered ? EventPosition.BY_SEQUENCE : EventPosition.BY_TIME))
                .toList();
    }

    /** The round in which an event lies: one that reopens the case begins it. */
    int of(String eventId) {
        int round = 1;
        for (StoredEvent event : events) {
            round += event.type().equals(REOPENED) ? 1 : 0;
            if (event.id().equals(eventId)) {
                return round;
            }
        }
        return round;
    }

    /** Whether a round is the last one and the case waits in it. */
    boolean isWaiting(int round) {
        int last = 1;
        boolean isWaiting = true;
        for (StoredEvent event : events) {
            if (event.type().equals(REOPENED)) {
                last++;
                isWaiting = true;
            } else if (ENDS.contains(event.type())) {
                isWaiting = false;
            }
        }
        return round == last && isWaiting;
    }
}

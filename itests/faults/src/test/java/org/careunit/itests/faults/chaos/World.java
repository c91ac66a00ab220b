package org.careunit.itests.faults.chaos;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;

/** The outside view of a run: events of the host and messages at the gateway, by which Careunit is judged. */
final class World {

    /** What the host was told is taken in, by event id. */
    final Map<String, CaseEvent> acknowledged = new ConcurrentHashMap<>();

    /** Batches of which the host does not know whether they were taken in: it brings them again. */
    final Queue<List<CaseEvent>> unacknowledged = new ConcurrentLinkedQueue<>();

    /** When the call that brought a case's withdrawal had returned. */
    final Map<CaseRef, Long> withdrawn = new ConcurrentHashMap<>();

    /** For each message that the gateway took: when the attempt had begun, each time. */
    final Map<UUID, List<Long>> taken = new ConcurrentHashMap<>();

    /** How often a message was being sent by a node that was given up for dead: so often it may be sent once more. */
    final Map<UUID, Integer> excused = new ConcurrentHashMap<>();

    /** What must not happen and did. */
    final List<String> faults = new CopyOnWriteArrayList<>();

    void acknowledge(List<CaseEvent> batch) {
        long now = System.nanoTime();
        for (CaseEvent event : batch) {
            acknowledged.putIfAbsent(event.id().value(), event);
            if (event.change() instanceof CaseChange.Withdrawn) {
                withdrawn.putIfAbsent(event.subject(), now);
            }
        }
    }

    void take(UUID message, long began) {
        taken.computeIfAbsent(message, first -> new CopyOnWriteArrayList<>()).add(began);
    }

    void excuse(UUID message) {
        excused.merge(message, 1, Integer::sum);
    }
}

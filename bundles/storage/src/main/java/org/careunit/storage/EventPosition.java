package org.careunit.storage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Position of an event in the order of its case: by the host's sequence number, else by time and id.
 *
 * @param sequence the host's number within the case, where it has one
 * @param occurredAt when it happened; never null
 * @param id the event's id; never null
 */
public record EventPosition(OptionalLong sequence, Instant occurredAt, String id) {

    /** Fits every case: by time, and by id within the same instant. */
    public static final Comparator<EventPosition> BY_TIME =
            Comparator.comparing(EventPosition::occurredAt).thenComparing(EventPosition::id);

    /** Fits a case all of whose events carry a sequence number; the same number twice is ordered by time. */
    public static final Comparator<EventPosition> BY_SEQUENCE = Comparator.<EventPosition>comparingLong(
                    place -> place.sequence().orElseThrow())
            .thenComparing(BY_TIME);

    public EventPosition {
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(id, "id");
    }

    /** Whether this is later than the other in both orders, so that no other events need to be read. */
    public boolean surelyAfter(EventPosition other) {
        boolean laterInTime = BY_TIME.compare(this, other) > 0;
        if (sequence.isPresent() != other.sequence.isPresent()) {
            return false;
        }
        return laterInTime && (sequence.isEmpty() || BY_SEQUENCE.compare(this, other) > 0);
    }
}

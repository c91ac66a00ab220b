package org.careunit.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.api.identity.CaseRef;

/**
 * A stored platform event: its position among the events of its case, and its content.
 *
 * @param id the host's identifier; never null
 * @param type its name on the wire, for example {@code case-received}; never null
 * @param subject the case it is about; empty for an event about a unit or a staff member
 * @param sequence the host's number within the case, where it has one
 * @param occurredAt when it happened; never null
 * @param json the event as JSON; never null, holds ids only
 */
public record StoredEvent(
        String id, String type, Optional<CaseRef> subject, OptionalLong sequence, Instant occurredAt, String json) {

    public StoredEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(json, "json");
    }

    /** The position of this event among those of its case. */
    public EventPosition place() {
        return new EventPosition(sequence, occurredAt, id);
    }

    /** Nothing of the event's text. */
    @Override
    public String toString() {
        return "StoredEvent[" + id + ", " + type + "]";
    }
}

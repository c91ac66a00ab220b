package org.careunit.api.events;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/** Something that has happened on the platform. It is a fact: Careunit never refuses it because of its content. */
public sealed interface PlatformEvent {

    /** The host's identifier of this event; never null. */
    EventId id();

    /** When it happened, by the host's clock; never null. */
    Instant occurredAt();

    /**
     * A case has changed.
     *
     * @param subject the case; never null
     * @param sequence the host's number of this event within the case, where it has one: it orders the events of a
     *     case; without it they are ordered by time and id
     * @param change what has happened to the case; never null
     */
    record CaseEvent(EventId id, Instant occurredAt, CaseRef subject, OptionalLong sequence, CaseChange change)
            implements PlatformEvent {
        public CaseEvent {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(occurredAt, "occurredAt");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(sequence, "sequence");
            Objects.requireNonNull(change, "change");
        }

        /** Of a host that does not number the events of a case. */
        public static CaseEvent of(EventId id, Instant occurredAt, CaseRef subject, CaseChange change) {
            return new CaseEvent(id, occurredAt, subject, OptionalLong.empty(), change);
        }

        public CaseEvent withId(EventId id) {
            return new CaseEvent(id, occurredAt, subject, sequence, change);
        }

        public CaseEvent withOccurredAt(Instant occurredAt) {
            return new CaseEvent(id, occurredAt, subject, sequence, change);
        }

        public CaseEvent withSubject(CaseRef subject) {
            return new CaseEvent(id, occurredAt, subject, sequence, change);
        }

        public CaseEvent withSequence(OptionalLong sequence) {
            return new CaseEvent(id, occurredAt, subject, sequence, change);
        }

        public CaseEvent withChange(CaseChange change) {
            return new CaseEvent(id, occurredAt, subject, sequence, change);
        }
    }

    /** Something about a unit has changed on the platform or in the directory. */
    record UnitChanged(EventId id, Instant occurredAt, HsaId unit) implements PlatformEvent {
        public UnitChanged {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(occurredAt, "occurredAt");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** Something about a staff member has changed on the platform or in the directory. */
    record StaffChanged(EventId id, Instant occurredAt, StaffId staff) implements PlatformEvent {
        public StaffChanged {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(occurredAt, "occurredAt");
            Objects.requireNonNull(staff, "staff");
        }
    }
}

package org.careunit.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;

/**
 * The stored state of a case: only what decides who is notified and reminded, and when.
 *
 * @param ref which case; never null
 * @param phase where it stands; never null
 * @param caseType its type; empty as long as only later events have come in
 * @param receivedAt when the unit got it; empty as above
 * @param handler who is to answer it; empty until it was given to somebody
 * @param staffDue when staff are reminded next; empty when no clock of theirs will
 * @param residentDue when the resident is reminded of an unread answer; empty when that clock will not
 * @param closedAt when it ended; empty while it is open
 * @param last the place of the latest event that is folded in; empty for a case without events
 * @param progress how far it came in its current round; never null
 */
public record StoredCase(
        CaseRef ref,
        Phase phase,
        Optional<CaseTypeKey> caseType,
        Optional<Instant> receivedAt,
        Optional<StaffId> handler,
        Optional<Instant> staffDue,
        Optional<Instant> residentDue,
        Optional<Instant> closedAt,
        Optional<EventPosition> last,
        StoredProgress progress) {

    /** A case of whose progress nothing is known. */
    public StoredCase(
            CaseRef ref,
            Phase phase,
            Optional<CaseTypeKey> caseType,
            Optional<Instant> receivedAt,
            Optional<StaffId> handler,
            Optional<Instant> staffDue,
            Optional<Instant> residentDue,
            Optional<Instant> closedAt,
            Optional<EventPosition> last) {
        this(ref, phase, caseType, receivedAt, handler, staffDue, residentDue, closedAt, last, StoredProgress.UNKNOWN);
    }

    /** Where a case stands. */
    public enum Phase {
        /** Staff have something to do. */
        OPEN,
        /** Staff asked the resident something and wait. */
        WAITING,
        /** Answered, and the answer is not read yet. */
        ANSWERED,
        /** Answered, and the resident has read it. */
        READ,
        /** The resident took it back. */
        WITHDRAWN,
        /** Ended. */
        CLOSED
    }

    public StoredCase {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(caseType, "caseType");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(staffDue, "staffDue");
        Objects.requireNonNull(residentDue, "residentDue");
        Objects.requireNonNull(closedAt, "closedAt");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(progress, "progress");
    }

    /** Whether staff have nothing more to do: answered, withdrawn or closed. */
    public boolean handled() {
        return phase != Phase.OPEN && phase != Phase.WAITING;
    }
}

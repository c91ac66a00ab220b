package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;

/**
 * News of one case for the unit's medical-record system. It contains no free text.
 *
 * @param id of the message, the same at each attempt; never null
 * @param kind never null
 * @param ref the case; for a test message, an invented one; never null
 * @param round 1 for a case that came in, one more each time it was reopened
 * @param time when the case came in, was handled or was withdrawn; never null
 * @param resident the resident; empty if they are not to be named, or unknown; never null
 * @param isTest whether this is a test message, to be marked as one
 */
public record CaseNotice(
        UUID id, Kind kind, CaseRef ref, int round, Instant time, Optional<Identity> resident, boolean isTest) {
    /** @throws RefusedException if the round is less than 1 */
    public CaseNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(resident, "resident");
        if (round < 1) {
            throw GatewayProblem.ROUND.refused(round);
        }
    }

    /** The same news about somebody. */
    public CaseNotice withResident(Optional<Identity> somebody) {
        return new CaseNotice(id, kind, ref, round, time, somebody, isTest);
    }

    /** The same news without the resident. */
    public CaseNotice withoutResident() {
        return withResident(Optional.empty());
    }

    /** Nothing of the resident. */
    @Override
    public String toString() {
        return "CaseNotice[" + id + ", " + kind + ", " + ref + ", round " + round + "]";
    }

    /** What happened to the case. */
    public enum Kind {
        /** It came in or was reopened, and waits. */
        CREATED,
        /** It was answered or closed. */
        COMPLETED,
        /** It was withdrawn. */
        CANCELLED
    }

    public CaseNotice withId(UUID id) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }

    public CaseNotice withKind(Kind kind) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }

    public CaseNotice withRef(CaseRef ref) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }

    public CaseNotice withRound(int round) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }

    public CaseNotice withTime(Instant time) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }

    public CaseNotice withIsTest(boolean isTest) {
        return new CaseNotice(id, kind, ref, round, time, resident, isTest);
    }
}

package org.careunit.api.units;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/**
 * A care unit that has joined.
 *
 * @param id never null
 * @param region the region it belongs to, permanently; never null
 * @param name what it is called, 1 to 120 characters; never null
 * @param state its state; never null
 * @param openedAt when it first opened; empty if it has not, or if nobody knows any more
 * @param closedAt when it closed; empty until then
 */
public record CareUnit(
        HsaId id, CountyCode region, String name, State state, Optional<Instant> openedAt, Optional<Instant> closedAt) {
    /** From joining to leaving. */
    public enum State {
        /** It has joined and prepares itself; residents do not see it. */
        REGISTERED,
        /** Residents may send to it. */
        OPEN,
        /** It takes nothing new; open cases remain. */
        CLOSING,
        /** It has left. */
        CLOSED
    }

    public CareUnit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    /** A unit of which it is not known when it opened or closed. */
    public CareUnit(HsaId id, CountyCode region, String name, State state) {
        this(id, region, name, state, Optional.empty(), Optional.empty());
    }

    public CareUnit withId(HsaId id) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }

    public CareUnit withRegion(CountyCode region) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }

    public CareUnit withName(String name) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }

    public CareUnit withState(State state) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }

    public CareUnit withOpenedAt(Optional<Instant> openedAt) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }

    public CareUnit withClosedAt(Optional<Instant> closedAt) {
        return new CareUnit(id, region, name, state, openedAt, closedAt);
    }
}

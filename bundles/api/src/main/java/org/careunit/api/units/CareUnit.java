package org.careunit.api.units;

import java.util.Objects;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/**
 * A care unit that has joined.
 *
 * @param id never null
 * @param region the region it belongs to; never null
 * @param name what it is called, 1 to 120 characters; never null
 * @param state where it stands in its life; never null
 */
public record CareUnit(HsaId id, CountyCode region, String name, State state) {

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
    }
}

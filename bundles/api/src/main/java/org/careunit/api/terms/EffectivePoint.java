package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * A point as residents read it.
 *
 * @param point with everything filled in; never null
 * @param origin whose words they are; never null
 * @param regional what the region says in this point; empty if it does not have the point
 */
public record EffectivePoint(TermsPoint point, Origin origin, Optional<String> regional) {

    /** Whose words a point has. */
    public enum Origin {
        REGION,
        UNIT
    }

    public EffectivePoint {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(regional, "regional");
    }

    /** Whether the unit says something else here than its region. */
    public boolean differsFromRegion() {
        return origin == Origin.UNIT && !regional.equals(Optional.of(point.text()));
    }
}

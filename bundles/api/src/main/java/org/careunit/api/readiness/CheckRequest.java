package org.careunit.api.readiness;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * Request to a readiness check.
 *
 * @param unit the unit, which has joined; never null
 * @param asker the staff member who asks; empty for anybody else; never null
 */
public record CheckRequest(HsaId unit, Optional<StaffId> asker) {

    public CheckRequest {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(asker, "asker");
    }
}

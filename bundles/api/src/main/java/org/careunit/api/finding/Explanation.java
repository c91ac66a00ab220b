package org.careunit.api.finding;

import java.util.List;
import java.util.Objects;
import org.careunit.api.identity.HsaId;

/**
 * Why a unit is exposed to a resident or not.
 *
 * @param unit never null
 * @param exposed whether it is
 * @param reasons in Swedish, whole sentences, the deciding one first: the rule that fits or the approval; else for each rule
 *     what does not fit, or that the unit is not open. Never null, never empty, and never a name or number of the resident
 */
public record Explanation(HsaId unit, boolean exposed, List<String> reasons) {

    public Explanation {
        Objects.requireNonNull(unit, "unit");
        reasons = List.copyOf(reasons);
    }
}

package org.careunit.api.finding;

import java.util.List;
import java.util.Objects;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.HsaId;

/**
 * Why a unit is exposed to a resident or not.
 *
 * @param unit never null
 * @param exposed whether it is
 * @param reasons whole sentences in Swedish, the deciding one first: the rule that fits or the approval; else for each
 *     rule what does not fit, or that the unit is not open. Never null, never empty, and never a name or number of the
 *     resident; for people in a unit alone, as they quote its rules
 * @param toResident what may be shown to the resident, without the unit's rules; never null
 */
public record Exposure(HsaId unit, boolean exposed, List<Problem> reasons, Problem toResident) {

    public Exposure {
        Objects.requireNonNull(unit, "unit");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(toResident, "toResident");
    }
}

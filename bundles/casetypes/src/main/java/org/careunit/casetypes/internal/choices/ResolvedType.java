package org.careunit.casetypes.internal.choices;

import java.util.List;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitCaseType;

/**
 * A type at a unit, merged from region and unit.
 *
 * @param summary it as others see it
 * @param complete whether its settings are what an active type needs
 * @param open it as it is offered to whom nothing closes it
 */
public record ResolvedType(TypeAtUnit type, UnitCaseType summary, boolean complete, Offered open) {

    public static ResolvedType of(TypeAtUnit type) {
        return new ResolvedType(
                type,
                type.summary(),
                ActivationBlockers.missing(type.effective()).isEmpty(),
                new Offered(type.key(), type.name(), type.effective(), List.of()));
    }
}

package org.careunit.casetypes.internal;

import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitCaseType;

/**
 * A type at a unit, made once and remembered.
 *
 * @param summary it as others see it
 * @param complete whether its settings are what an active type needs
 */
record Known(TypeAtUnit type, UnitCaseType summary, boolean complete) {

    static Known of(TypeAtUnit type) {
        return new Known(
                type, type.summary(), Obstacles.missing(type.effective()).isEmpty());
    }
}

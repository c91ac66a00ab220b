package org.careunit.api.casetypes;

import java.util.Objects;

/**
 * A case type at a unit, with everything that holds there and who decided it.
 *
 * @param central what the unit's region says; never null
 * @param own what the unit says; never null
 * @param effective what holds: of each part the unit's, unless it says nothing or the region has locked it; never null
 * @param version the version the unit has saved last, to be named when saving; 0 if none
 */
public record TypeAtUnit(CentralType central, UnitChoice own, TypeSettings effective, long version) {

    public TypeAtUnit {
        Objects.requireNonNull(central, "central");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(effective, "effective");
    }

    /** It as others see it. */
    public UnitCaseType summary() {
        return new UnitCaseType(
                central.key(),
                central.name(),
                own.active(),
                effective.handlingDays(),
                central.locked().contains(TypeField.TERMS));
    }
}

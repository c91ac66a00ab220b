package org.careunit.casetypes.internal;

import java.util.Map;
import java.util.Set;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.units.CareUnit;

/**
 * What is stored of the case types of a unit: only where it differs from its region.
 *
 * @param handedOut whether the region handed a type out or withdrew it, where it did either
 * @param named the keyed pseudonyms of those who were named for a type
 */
record UnitTypes(
        CareUnit unit,
        Map<CaseTypeKey, Choice> choices,
        Map<CaseTypeKey, Boolean> handedOut,
        Map<CaseTypeKey, Set<String>> named) {

    UnitTypes {
        choices = Map.copyOf(choices);
        handedOut = Map.copyOf(handedOut);
        named = Map.copyOf(named);
    }

    boolean has(CentralType type) {
        return handedOut.getOrDefault(type.key(), type.forEverybody());
    }
}

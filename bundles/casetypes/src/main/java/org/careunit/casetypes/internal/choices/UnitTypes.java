package org.careunit.casetypes.internal.choices;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.units.CareUnit;

/**
 * Stored case types of a unit: only the differences from its region.
 *
 * @param handedOut whether the region handed a type out or withdrew it, where it did either
 * @param named the keyed pseudonyms of those who were named for a type
 */
public record UnitTypes(
        CareUnit unit,
        Map<CaseTypeKey, Choice> choices,
        Map<CaseTypeKey, Boolean> handedOut,
        Map<CaseTypeKey, Set<ResidentHash>> named) {

    public UnitTypes {
        choices = Map.copyOf(choices);
        handedOut = Map.copyOf(handedOut);
        named = Map.copyOf(named);
    }

    /** The keys of the unit's own types; not of those it took away. */
    public List<CaseTypeKey> own() {
        return local(false);
    }

    /** The keys of types of its own that the unit took away, in their order. */
    public List<CaseTypeKey> removed() {
        return local(true);
    }

    private List<CaseTypeKey> local(boolean gone) {
        return choices.keySet().stream()
                .filter(CaseTypeKey::isLocal)
                .filter(key -> choices.get(key).gone() == gone)
                .sorted()
                .toList();
    }

    public boolean has(CentralType type) {
        return handedOut.getOrDefault(type.key(), type.forEverybody());
    }
}

package org.careunit.casetypes.internal.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.casetypes.internal.choices.Choice;
import org.careunit.casetypes.internal.choices.EffectiveSettings;
import org.careunit.casetypes.internal.choices.ResolvedType;

/**
 * The types of a region in their order, with the resolved type for units that have not changed it, shared by all of
 * them.
 */
public final class RegionTypes {

    private final Map<CaseTypeKey, Versioned<CentralType>> listed;
    private final Map<CaseTypeKey, ResolvedType> untouched = new LinkedHashMap<>();

    public RegionTypes(Map<CaseTypeKey, Versioned<CentralType>> inOrder) {
        listed = Collections.unmodifiableMap(inOrder);
        listed.forEach((key, type) -> untouched.put(
                key, ResolvedType.of(EffectiveSettings.of(key, Optional.of(type.content()), Choice.NONE))));
    }

    public Map<CaseTypeKey, Versioned<CentralType>> listed() {
        return listed;
    }

    /** The type resolved for a unit with this choice. */
    public ResolvedType at(Versioned<CentralType> type, Choice choice) {
        CaseTypeKey key = type.content().key();
        return choice.equals(Choice.NONE)
                ? untouched.get(key)
                : ResolvedType.of(EffectiveSettings.of(key, Optional.of(type.content()), choice));
    }
}

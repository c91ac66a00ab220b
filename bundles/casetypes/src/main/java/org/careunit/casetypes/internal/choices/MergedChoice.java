package org.careunit.casetypes.internal.choices;

import org.careunit.casetypes.internal.catalogue.RegionTypes;

/** A unit's stored case types, and the result of merging them with its region's. */
public final class MergedChoice {

    private final UnitTypes stored;
    private volatile TypesAtUnit resolved;

    public MergedChoice(UnitTypes stored) {
        this.stored = stored;
    }

    public UnitTypes stored() {
        return stored;
    }

    /** The unit's types; made anew only if the region says something else than the last time. */
    public TypesAtUnit under(RegionTypes region) {
        TypesAtUnit known = resolved;
        if (known == null || !known.isOf(region)) {
            known = new TypesAtUnit(stored, region);
            resolved = known;
        }
        return known;
    }
}

package org.careunit.casetypes.internal.choices;

import org.careunit.casetypes.internal.catalogue.RegionTypes;

/** Cached merge of a unit's stored case types with those of its region. */
public final class MergedChoice {

    private final UnitTypes stored;
    private volatile TypesAtUnit resolved;

    public MergedChoice(UnitTypes stored) {
        this.stored = stored;
    }

    public UnitTypes stored() {
        return stored;
    }

    /** The unit's types; merged again only if the region's types have changed. */
    public TypesAtUnit mergedWith(RegionTypes region) {
        TypesAtUnit known = resolved;
        if (known == null || !known.isOf(region)) {
            known = new TypesAtUnit(stored, region);
            resolved = known;
        }
        return known;
    }
}

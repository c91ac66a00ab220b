package org.careunit.casetypes.internal.choices;

import org.careunit.casetypes.internal.catalogue.RegionTypes;

/** What a unit says, and what came of it under what its region said last. */
public final class MergedChoice {

    private final UnitTypes said;
    private volatile TypesAtUnit made;

    public MergedChoice(UnitTypes said) {
        this.said = said;
    }

    public UnitTypes said() {
        return said;
    }

    /** The unit's types; made anew only if the region says something else than the last time. */
    public TypesAtUnit under(RegionTypes region) {
        TypesAtUnit known = made;
        if (known == null || !known.isOf(region)) {
            known = new TypesAtUnit(said, region);
            made = known;
        }
        return known;
    }
}

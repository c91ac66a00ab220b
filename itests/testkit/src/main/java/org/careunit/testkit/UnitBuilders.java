package org.careunit.testkit;

import org.careunit.api.identity.HsaId;

/** Makes units for tests. */
public final class UnitBuilders {

    private final Careunit careunit;

    UnitBuilders(Careunit careunit) {
        this.careunit = careunit;
    }

    /** Begins a unit, to be finished by one of the builder's methods. */
    public UnitBuilder unit(String hsaId) {
        return new UnitBuilder(careunit, new HsaId(hsaId));
    }

    /** A registered unit, of which nothing is decided. */
    public UnitUnderTest registered(String hsaId) {
        return unit(hsaId).registered();
    }

    /** An open unit whose checklist has nothing left to do, with one case type that residents may send. */
    public UnitUnderTest ready(String hsaId) {
        return unit(hsaId).ready();
    }
}

package org.careunit.units.internal.shell;

import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;

/** Selects the units of a region that are not closed permanently. */
public final class RegionUnits {

    private RegionUnits() {}

    public static List<HsaId> of(Units units, Actor actor, CountyCode region) {
        return units.ofRegion(actor, region).stream()
                .filter(unit -> unit.state() != State.CLOSED)
                .map(CareUnit::id)
                .toList();
    }
}

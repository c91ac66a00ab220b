package org.careunit.units.internal.shell;

import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;

/** The units of a region that still are configured: all but those that are closed for good. */
public final class RegionUnits {

    private RegionUnits() {}

    public static List<HsaId> of(Units units, Actor actor, CountyCode region) {
        return units.ofRegion(actor, region).stream()
                .filter(unit -> unit.state() != State.CLOSED)
                .map(CareUnit::id)
                .toList();
    }
}

package org.careunit.units.internal;

import java.util.List;
import java.util.Locale;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.Listing;

/** Units as the commands show them. */
final class UnitListing {

    private UnitListing() {}

    static Listing of(List<CareUnit> units) {
        Listing listing = Listing.of("unit", "region", "name", "state").whenEmpty("No unit is registered there.");
        units.forEach(unit -> listing.row(
                unit.id(), unit.region(), unit.name(), unit.state().name().toLowerCase(Locale.ROOT)));
        return listing;
    }
}

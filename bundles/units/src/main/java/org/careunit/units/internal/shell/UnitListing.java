package org.careunit.units.internal.shell;

import java.util.List;
import java.util.Locale;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.Listing;

/** Formats units for the commands. */
public final class UnitListing {

    private UnitListing() {}

    public static Listing of(List<CareUnit> units) {
        Listing listing = Listing.of("unit", "region", "name", "state", "opened", "closed")
                .whenEmpty("No unit is registered there.");
        units.forEach(unit -> listing.row(
                unit.id(), unit.region(), unit.name(), word(unit.state()), unit.openedAt(), unit.closedAt()));
        return listing;
    }

    public static String word(CareUnit.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

package org.careunit.units.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Regions;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "region-list",
        description = "Lists the regions that have units, and how many in each state")
public class RegionListCommand extends OperatorCommand {

    @Reference
    Regions service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("region", "name", "registered", "open", "closing", "closed")
                .whenEmpty("No unit is registered.");
        service.regions(operator())
                .forEach(region -> listing.row(
                        region.code(),
                        region.name(),
                        count(region, State.REGISTERED),
                        count(region, State.OPEN),
                        count(region, State.CLOSING),
                        count(region, State.CLOSED)));
        return listing;
    }

    private static long count(Regions.Region region, State state) {
        return region.units().getOrDefault(state, 0L);
    }
}

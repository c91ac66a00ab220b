package org.careunit.units.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "unit-register",
        description = "Registers a unit in a region; the same again changes nothing")
public class UnitRegisterCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(
            index = 2,
            name = "name",
            required = true,
            description = "What the unit is called; quote it if it has blanks")
    String name;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        return UnitListing.of(List.of(service.register(operator(), HsaId.of(unit), CountyCode.of(region), name)));
    }
}

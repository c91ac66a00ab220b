package org.careunit.units.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.Units;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:unit-list}. */
@Service
@Command(scope = "careunit", name = "unit-list", description = "Lists the units of a region, by name")
public class UnitListCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21",
                "22", "23", "24", "25"
            })
    String region;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        return UnitListing.of(service.ofRegion(operator(), CountyCode.of(region)));
    }
}

package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

@Service
@Command(scope = "careunit", name = "region-administrators", description = "Lists the administrators of a region")
public class RegionAdministratorsCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        CountyCode code = CountyCode.of(region);
        Listing listing = Listing.of("region", "administrator").whenEmpty("The region has no administrator.");
        service.regionalAdministrators(operator(), code).forEach(staff -> listing.row(code, staff));
        return listing;
    }
}

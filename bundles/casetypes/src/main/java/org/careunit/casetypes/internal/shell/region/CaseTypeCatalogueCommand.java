package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

@Service
@Command(scope = "careunit", name = "case-type-catalogue", description = "Lists the case types of a region")
public class CaseTypeCatalogueCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "region",
            required = true,
            description = "The code of the region's county, for example 01")
    @Completion(RegionCompleter.class)
    String region;

    @Reference
    CaseTypeCatalogue service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("type", "name", "everybody", "locked", "version");
        service.types(operator(), CountyCode.of(region))
                .forEach(listed -> listing.row(
                        listed.content().key(),
                        listed.content().name(),
                        listed.content().forEverybody(),
                        listed.content().locked(),
                        listed.version()));
        return listing;
    }
}

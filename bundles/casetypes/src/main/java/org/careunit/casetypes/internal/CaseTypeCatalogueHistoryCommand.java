package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.RegionCompleter;

/** {@code careunit:case-type-catalogue-history}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-catalogue-history",
        description = "Shows who saved which version of a case type of a region")
public class CaseTypeCatalogueHistoryCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "region",
            required = true,
            description = "The code of the region's county, for example 01")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    @Reference
    CaseTypeCatalogue service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("version", "at", "by", "said").whenEmpty("The region has saved nothing.");
        service.history(operator(), CountyCode.of(region), CaseTypeKey.of(type))
                .forEach(saved -> listing.row(
                        saved.version(),
                        saved.at(),
                        saved.actor(),
                        saved.content().map(service::write)));
        return listing;
    }
}

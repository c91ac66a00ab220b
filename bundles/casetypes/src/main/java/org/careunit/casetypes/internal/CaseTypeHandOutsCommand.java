package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:case-type-hand-outs}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-hand-outs",
        description = "Shows who handed a case type out to a unit, or withdrew it")
public class CaseTypeHandOutsCommand extends OperatorCommand {

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

    @Argument(index = 2, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    CaseTypeCatalogue service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("at", "by", "handed out").whenEmpty("Neither was ever done.");
        service.handOuts(operator(), CountyCode.of(region), CaseTypeKey.of(type), HsaId.of(unit))
                .forEach(saved ->
                        listing.row(saved.at(), saved.actor(), saved.content().orElseThrow()));
        return listing;
    }
}

package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.RegionCompleter;

/** A command about a case type of a region. */
abstract class RegionTypeCommand extends OperatorCommand {

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

    final CountyCode where() {
        return CountyCode.of(region);
    }

    final CaseTypeKey key() {
        return CaseTypeKey.of(type);
    }
}

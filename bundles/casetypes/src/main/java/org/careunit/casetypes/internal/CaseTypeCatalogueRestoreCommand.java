package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeCatalogue.Listed;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.CaseTypeVersionCompleter;
import org.careunit.operations.completion.RegionCompleter;

/** {@code careunit:case-type-catalogue-restore}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-catalogue-restore",
        description = "Saves an earlier version of a case type of a region again")
public class CaseTypeCatalogueRestoreCommand extends OperatorCommand {

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

    @Argument(index = 2, name = "version", required = true, description = "The version to restore")
    @Completion(CaseTypeVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    CaseTypeCatalogue service;

    @Override
    protected Listing answer() {
        CountyCode where = CountyCode.of(region);
        CaseTypeKey key = CaseTypeKey.of(type);
        long now = seen != null ? seen : CaseTypeCatalogueSetCommand.version(service.types(operator(), where), key);
        Listed saved = service.restore(operator(), where, key, version, now);
        return Listing.of("type", "version", "holds")
                .row(saved.type().key(), saved.version(), service.write(saved.type()));
    }
}

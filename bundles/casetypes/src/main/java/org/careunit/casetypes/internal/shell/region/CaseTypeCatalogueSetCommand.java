package org.careunit.casetypes.internal.shell.region;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.casetypes.internal.shell.CaseTypeRows;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-type-catalogue-set",
        description = "Saves a case type of a region, new or changed")
public class CaseTypeCatalogueSetCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "region",
            required = true,
            description = "The code of the region's county, for example 01")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "content", required = true, description = "The whole type, as JSON")
    String content;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    CaseTypeCatalogue service;

    @Override
    protected Listing answer() {
        CountyCode where = CountyCode.of(region);
        CentralType type = service.parse(content);
        Versioned<CentralType> saved = service.save(
                operator(), where, type, seen != null ? seen : version(service.types(operator(), where), type.key()));
        return CaseTypeRows.of(service, saved);
    }

    /** The version that a region has saved of a type last; 0 if none. */
    static long version(List<Versioned<CentralType>> types, CaseTypeKey key) {
        return types.stream()
                .filter(listed -> listed.content().key().equals(key))
                .mapToLong(Versioned::version)
                .findFirst()
                .orElse(0);
    }
}

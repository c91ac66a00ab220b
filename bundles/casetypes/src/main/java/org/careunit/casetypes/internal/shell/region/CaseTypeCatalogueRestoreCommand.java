package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.history.Versioned;
import org.careunit.casetypes.internal.shell.CaseTypeRows;
import org.careunit.operations.Listing;
import org.careunit.operations.completion.CaseTypeVersionCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-type-catalogue-restore",
        description = "Saves an earlier version of a case type of a region again")
public class CaseTypeCatalogueRestoreCommand extends RegionTypeCommand {

    @Argument(index = 2, name = "version", required = true, description = "The version to restore")
    @Completion(CaseTypeVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        long now = seen != null ? seen : CaseTypeCatalogueSetCommand.version(service.types(operator(), where()), key());
        Versioned<CentralType> saved = service.restore(operator(), where(), key(), version, now);
        return CaseTypeRows.of(service, saved);
    }
}

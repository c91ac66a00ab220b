package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-catalogue-history",
        description = "Shows who saved which version of a case type of a region")
public class CaseTypeCatalogueHistoryCommand extends RegionTypeCommand {

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("version", "at", "by", "said").whenEmpty("The region has saved nothing.");
        service.history(operator(), where(), key())
                .forEach(saved -> listing.row(
                        saved.version(),
                        saved.at(),
                        saved.actor(),
                        saved.content().map(service::write)));
        return listing;
    }
}

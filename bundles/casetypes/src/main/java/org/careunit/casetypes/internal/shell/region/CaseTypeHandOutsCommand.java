package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-hand-outs",
        description = "Shows who handed a case type out to a unit, or withdrew it")
public class CaseTypeHandOutsCommand extends HandOutChangeCommand {

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("at", "by", "handed out").whenEmpty("Neither was ever done.");
        service.handOuts(operator(), where(), key(), who())
                .forEach(saved ->
                        listing.row(saved.at(), saved.actor(), saved.content().orElseThrow()));
        return listing;
    }
}

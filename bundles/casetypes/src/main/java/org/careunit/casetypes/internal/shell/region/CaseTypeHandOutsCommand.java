package org.careunit.casetypes.internal.shell.region;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Saved;
import org.careunit.operations.Listing;
import org.careunit.storage.UnitRegister;

@Service
@Command(
        scope = "careunit",
        name = "case-type-hand-outs",
        description = "Shows who handed a case type out to a unit, or withdrew it")
public class CaseTypeHandOutsCommand extends HandOutChangeCommand {

    @Reference
    UnitRegister units;

    @Override
    protected Listing answer() {
        List<Saved<Boolean>> done = service.handOuts(operator(), where(), key(), who());
        if (done.isEmpty()) {
            units.require(who());
        }
        Listing listing = Listing.of("at", "by", "handed out").whenEmpty("Neither was ever done.");
        done.forEach(
                saved -> listing.row(saved.at(), saved.actor(), saved.content().orElseThrow()));
        return listing;
    }
}

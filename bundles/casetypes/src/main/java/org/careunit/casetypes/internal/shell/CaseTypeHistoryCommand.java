package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-history",
        description = "Shows who saved which version of a case type at a unit")
public class CaseTypeHistoryCommand extends UnitTypeCommand {

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("version", "at", "by", "active", "said").whenEmpty("The unit has saved nothing.");
        service.history(operator(), where(), key())
                .forEach(saved -> listing.row(
                        saved.version(),
                        saved.at(),
                        saved.actor(),
                        saved.content().map(UnitChoice::active),
                        saved.content().map(choice -> service.write(choice.settings()))));
        return listing;
    }
}

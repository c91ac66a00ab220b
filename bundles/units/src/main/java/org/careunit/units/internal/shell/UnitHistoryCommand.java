package org.careunit.units.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "unit-history",
        description = "Lists who registered, renamed, opened or closed a unit, when, and from what to what")
public class UnitHistoryCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("at", "actor", "action", "what");
        service.history(operator(), HsaId.of(unit))
                .forEach(change -> listing.row(change.at(), change.actor(), change.action(), change.text()));
        return listing;
    }
}

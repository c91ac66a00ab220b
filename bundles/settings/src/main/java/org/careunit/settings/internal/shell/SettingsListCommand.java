package org.careunit.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(scope = "careunit", name = "settings-list", description = "Lists a unit's sections and where each stands")
public class SettingsListCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("section", "title", "shown", "locked", "version", "note");
        service.sections(operator(), HsaId.of(unit))
                .forEach(one ->
                        listing.row(one.key(), one.title(), one.shown(), one.locked(), one.version(), one.note()));
        return listing;
    }
}

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
import org.careunit.settings.internal.sections.SectionForms;

@Service
@Command(
        scope = "careunit",
        name = "settings-history",
        description = "Lists who saved a section of a unit, when, and from what to what")
public class SettingsHistoryCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return SettingsListing.history(service.history(
                operator(), HsaId.of(unit), SectionForms.ofUnit(section).type()));
    }
}

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
@Command(scope = "careunit", name = "settings-show", description = "Shows what holds at a unit, section by section")
public class SettingsShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "section", description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        Listing listing = SettingsListing.empty();
        SectionForms.OF_UNITS.stream()
                .filter(form -> section == null
                        || form.type() == SectionForms.ofUnit(section).type())
                .forEach(form -> SettingsListing.read(listing, service, operator(), HsaId.of(unit), form.type()));
        return listing;
    }
}

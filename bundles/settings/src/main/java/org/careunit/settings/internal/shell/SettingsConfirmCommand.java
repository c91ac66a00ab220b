package org.careunit.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.settings.internal.sections.SectionForms;

@Service
@Command(
        scope = "careunit",
        name = "settings-confirm",
        description = "Confirms a section of a unit as it stands; without a section, all that nobody has saved")
public class SettingsConfirmCommand extends OperatorCommand {

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
        HsaId where = HsaId.of(unit);
        Class<?> only = section == null ? null : SectionForms.ofUnit(section).type();
        Listing listing = Listing.of("section", "version").whenEmpty("Nothing was left to confirm.");
        service.sections(operator(), where).stream()
                .filter(state -> only == null ? isOpen(state) : state.type() == only)
                .forEach(state -> listing.row(
                        state.key(),
                        service.confirm(operator(), where, state.type()).version()));
        return listing;
    }

    private static boolean isOpen(SectionState state) {
        return state.shown() && !state.locked() && state.version() == 0;
    }
}

package org.careunit.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.SectionVersionCompleter;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.settings.internal.sections.SectionForms;

@Service
@Command(
        scope = "careunit",
        name = "settings-restore",
        description = "Saves an earlier version of a unit's section again")
public class SettingsRestoreCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Argument(index = 2, name = "version", required = true, description = "Which; 0 gives up what the unit has saved")
    @Completion(SectionVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return restored(SectionForms.ofUnit(section).type());
    }

    private Listing restored(Class<? extends Section> type) {
        HsaId where = HsaId.of(unit);
        long last = seen != null ? seen : service.read(operator(), where, type).version();
        return SettingsListing.of(service, service.restore(operator(), where, type, version, last));
    }
}

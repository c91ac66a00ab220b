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
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(scope = "careunit", name = "settings-set", description = "Saves a section of a unit")
public class SettingsSetCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Argument(index = 2, name = "json", required = true, description = "What it is to say, as JSON")
    String content;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        Section said = service.parse(section, content);
        long version = seen != null
                ? seen
                : service.read(operator(), where, said.getClass()).version();
        return SettingsListing.of(service, service.save(operator(), where, said, version));
    }
}

package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.RegionSettings.Saying;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

/** {@code careunit:region-settings-set}. */
@Service
@Command(scope = "careunit", name = "region-settings-set", description = "Saves a section of a region")
public class RegionSettingsSetCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(RegionSectionCompleter.class)
    String section;

    @Argument(index = 2, name = "json", required = true, description = "What it is to say, as JSON")
    String content;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    RegionSettings regions;

    @Override
    protected Listing answer() {
        CountyCode where = CountyCode.of(region);
        RegionSection said = regions.parse(section, content);
        long version = seen != null
                ? seen
                : regions.read(operator(), where, said.getClass()).version();
        Saying<?> saved = regions.save(operator(), where, said, version);
        return SettingsListing.empty().row(section, saved.version(), regions.write(saved.section()));
    }
}

package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Versioned;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.RegionSection;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(scope = "careunit", name = "region-settings-set", description = "Saves a section of a region")
public class RegionSettingsSetCommand extends RegionCommand {

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
        RegionSection said = regions.parse(section, content);
        long version = seen != null
                ? seen
                : regions.read(operator(), where(), said.getClass()).version();
        Versioned<? extends RegionSection> saved = regions.save(operator(), where(), said, version);
        return SettingsListing.ofRegion(section, saved.version(), saved.content(), regions.write(saved.content()));
    }
}

package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.shell.SectionCompleter;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-default-set",
        description = "Says what holds at a region's units that have not saved a section")
public class RegionDefaultSetCommand extends RegionCommand {

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Argument(index = 2, name = "json", required = true, description = "What it is to say, as JSON")
    String content;

    @Option(name = "--lock", description = "Units may not save the section, and what they have saved does not hold")
    boolean lock;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    RegionSettings regions;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        Section said = service.parse(section, content);
        long version = seen != null
                ? seen
                : regions.readDefault(operator(), where(), said.getClass()).version();
        return SettingsListing.ofDefault(service, regions.saveDefault(operator(), where(), said, lock, version));
    }
}

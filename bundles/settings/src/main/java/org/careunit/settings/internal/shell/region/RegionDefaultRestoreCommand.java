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
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.shell.SectionCompleter;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-default-restore",
        description = "Says an earlier version of a region's default again, lock and all")
public class RegionDefaultRestoreCommand extends RegionCommand {

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Argument(index = 2, name = "version", required = true, description = "Which; 0 gives up what the region has said")
    @Completion(RegionDefaultVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    RegionSettings regions;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return restored(SectionForms.ofUnit(section).type());
    }

    private Listing restored(Class<? extends Section> type) {
        long last = seen != null
                ? seen
                : regions.readDefault(operator(), where(), type).version();
        return SettingsListing.ofDefault(service, regions.restoreDefault(operator(), where(), type, version, last));
    }
}

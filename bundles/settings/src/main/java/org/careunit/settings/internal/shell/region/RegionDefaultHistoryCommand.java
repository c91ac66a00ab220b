package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.regions.RegionSettings;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.shell.SectionCompleter;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-default-history",
        description = "Lists who told a region's units what about a section, and when")
public class RegionDefaultHistoryCommand extends RegionCommand {

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Reference
    RegionSettings regions;

    @Override
    protected Listing answer() {
        return SettingsListing.history(regions.defaultHistory(
                operator(), where(), SectionForms.ofUnit(section).type()));
    }
}

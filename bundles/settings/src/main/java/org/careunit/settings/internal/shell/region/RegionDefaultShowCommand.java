package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.shell.SectionCompleter;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-default-show",
        description = "Shows what a region says to its units about a section")
public class RegionDefaultShowCommand extends RegionCommand {

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Reference
    RegionSettings regions;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return SettingsListing.ofDefault(
                service,
                regions.readDefault(
                        operator(), where(), SectionForms.ofUnit(section).type()));
    }
}

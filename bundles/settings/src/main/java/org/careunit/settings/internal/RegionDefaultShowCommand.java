package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

/** {@code careunit:region-default-show}. */
@Service
@Command(
        scope = "careunit",
        name = "region-default-show",
        description = "Shows what a region says to its units about a section")
public class RegionDefaultShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(SectionCompleter.class)
    String section;

    @Reference
    RegionSettings regions;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        return SettingsListing.of(
                service,
                regions.readDefault(
                        operator(),
                        CountyCode.of(region),
                        SectionForms.ofUnit(section).type()));
    }
}

package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:region-default-show}. */
@Service
@Command(
        scope = "careunit",
        name = "region-default-show",
        description = "Shows what a region says to its units about a section")
public class RegionDefaultShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21",
                "22", "23", "24", "25"
            })
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

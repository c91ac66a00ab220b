package org.careunit.settings.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.RegionSettings.Saying;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:region-settings-show}. */
@Service
@Command(
        scope = "careunit",
        name = "region-settings-show",
        description = "Shows what a region says for itself, section by section")
public class RegionSettingsShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21",
                "22", "23", "24", "25"
            })
    String region;

    @Reference
    RegionSettings regions;

    @Override
    protected Listing answer() {
        Listing listing = SettingsListing.empty();
        SectionForms.OF_REGIONS.forEach(form -> add(listing, form));
        return listing;
    }

    private void add(Listing listing, SectionForm<? extends RegionSection> form) {
        Saying<?> said = regions.read(operator(), CountyCode.of(region), form.type());
        listing.row(form.key(), said.version(), regions.write(said.section()));
    }
}

package org.careunit.settings.internal.shell.region;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Versioned;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.RegionSection;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-settings-show",
        description = "Shows what a region says for itself, section by section")
public class RegionSettingsShowCommand extends RegionCommand {

    @Reference
    RegionSettings regions;

    @Override
    protected Listing answer() {
        Listing listing = SettingsListing.empty();
        SectionForms.OF_REGIONS.forEach(form -> add(listing, form));
        return listing;
    }

    private void add(Listing listing, SectionForm<? extends RegionSection> form) {
        Versioned<? extends RegionSection> said = regions.read(operator(), where(), form.type());
        listing.row(form.key(), said.version(), regions.write(said.content()));
    }
}

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
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.shell.SettingsListing;

@Service
@Command(
        scope = "careunit",
        name = "region-settings-restore",
        description = "Saves an earlier version of a region's section again")
public class RegionSettingsRestoreCommand extends RegionCommand {

    @Argument(index = 1, name = "section", required = true, description = "The section's key")
    @Completion(RegionSectionCompleter.class)
    String section;

    @Argument(index = 2, name = "version", required = true, description = "Which; 0 gives up what the region has said")
    @Completion(RegionSectionVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    RegionSettings regions;

    @Override
    protected Listing answer() {
        return restored(SectionForms.ofRegion(section).type());
    }

    private Listing restored(Class<? extends RegionSection> type) {
        long last =
                seen != null ? seen : regions.read(operator(), where(), type).version();
        Versioned<? extends RegionSection> saved = regions.restore(operator(), where(), type, version, last);
        return SettingsListing.empty().row(section, saved.version(), regions.write(saved.content()));
    }
}

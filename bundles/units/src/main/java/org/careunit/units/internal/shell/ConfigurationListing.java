package org.careunit.units.internal.shell;

import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.operations.Listing;

/** Formats changes of configurations for the commands. */
public final class ConfigurationListing {

    private ConfigurationListing() {}

    public static Listing of(ConfigurationChange change) {
        Listing listing =
                Listing.of("unit", "path", "before", "after", "change set").whenEmpty("Nothing differs.");
        change.differences()
                .forEach(one -> listing.row(
                        one.unit(),
                        one.change().path(),
                        one.change().before(),
                        one.change().after(),
                        change.changeSet().map(Object::toString).orElse("not saved")));
        return listing;
    }
}

package org.careunit.api.settings;

import java.util.Objects;

/**
 * A section as it stands.
 *
 * @param section what it says; never null
 * @param version which version this is, to be named when saving; 0 if the unit has saved none and the default holds
 */
public record Versioned<S extends Section>(S section, long version) {

    public Versioned {
        Objects.requireNonNull(section, "section");
    }
}

package org.careunit.api.casetypes;

import java.util.Objects;

/**
 * What a unit has decided of a case type.
 *
 * @param active whether residents see it
 * @param settings where the unit differs from its region; never null
 */
public record UnitChoice(boolean active, TypeSettings settings) {

    /** What holds until the unit decides. */
    public static final UnitChoice NONE = new UnitChoice(false, TypeSettings.NONE);

    public UnitChoice {
        Objects.requireNonNull(settings, "settings");
    }
}

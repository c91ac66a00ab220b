package org.careunit.api.casetypes;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problems;

/**
 * A unit's choice and settings of a case type.
 *
 * @param active whether residents see it
 * @param name what the unit calls a type of its own, one line of at most 100 characters; empty for a type of its
 *     region; never null
 * @param settings where the unit differs from its region; for a type of its own, all there is; never null
 */
public record UnitChoice(boolean active, Optional<String> name, TypeSettings settings) {

    /** How many types of its own a unit may have. */
    public static final int MOST_OWN = 50;

    /** The default. */
    public static final UnitChoice NONE = new UnitChoice(false, TypeSettings.NONE);

    /** @throws org.careunit.api.failure.RefusedException if the name is blank or too long */
    public UnitChoice {
        Objects.requireNonNull(settings, "settings");
        Problems problems = new Problems();
        name = name == null ? Optional.empty() : name.map(given -> Limits.line(problems, "name", given, 100));
        problems.refuse();
    }

    /** Of a type of the region. */
    public UnitChoice(boolean active, TypeSettings settings) {
        this(active, Optional.empty(), settings);
    }
}

package org.careunit.api.units;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of a unit beside the one it is registered under, and the rule which of them is used wherever its name is
 * shown: the unit's own, else EK's, else the registered one.
 *
 * @param own what the unit calls itself in its information; empty if it has said nothing; never null
 * @param directory what EK calls it, as it last said; empty if EK has never said; never null
 */
public record UnitNames(Optional<String> own, Optional<String> directory) {

    /** The unit has the registered name alone. */
    public static final UnitNames NONE = new UnitNames(Optional.empty(), Optional.empty());

    public UnitNames {
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(directory, "directory");
    }

    /**
     * The name to show.
     *
     * @param registered the name in the register of units
     */
    public String shown(String registered) {
        return own.or(() -> directory).orElse(registered);
    }

    /**
     * All names, each once, the one to show first.
     *
     * @param registered the name in the register of units
     */
    public List<String> all(String registered) {
        return Stream.of(own, directory, Optional.of(registered))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}

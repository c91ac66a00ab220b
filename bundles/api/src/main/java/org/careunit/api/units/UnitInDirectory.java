package org.careunit.api.units;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;

/**
 * A unit beside its entry in the directory.
 *
 * @param unit as it joined; never null
 * @param entry what the directory answered, perhaps earlier; never null, an empty answer if it does not know the unit
 */
public record UnitInDirectory(CareUnit unit, DirectoryAnswer<Optional<UnitEntry>> entry) {

    public UnitInDirectory {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(entry, "entry");
    }

    /** The name in the directory; empty if it does not have the unit or its name. */
    public Optional<String> name() {
        return entry.found().flatMap(UnitEntry::name);
    }

    /** Whether the directory knows the unit by the name it joined with, whatever the case and the blanks. */
    public boolean sameName() {
        return name().filter(said -> folded(said).equals(folded(unit.name()))).isPresent();
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

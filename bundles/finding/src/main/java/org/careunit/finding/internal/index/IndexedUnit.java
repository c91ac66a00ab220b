package org.careunit.finding.internal.index;

import java.util.Map;
import java.util.Objects;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;

/**
 * A unit with the data that finding needs.
 *
 * @param open whether residents may see it at all
 * @param name all its names: its own, EK's and the registered one
 * @param careTypes the names and everyday words of what it offers, by their keys
 */
public record IndexedUnit(HsaId id, boolean open, String name, CatchmentArea area, Map<String, String> careTypes) {

    public IndexedUnit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(area, "area");
        careTypes = Map.copyOf(careTypes);
    }
}

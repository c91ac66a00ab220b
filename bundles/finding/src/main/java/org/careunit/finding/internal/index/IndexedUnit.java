package org.careunit.finding.internal.index;

import java.util.Map;
import java.util.Objects;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;

/**
 * A unit as finding sees it.
 *
 * @param open whether residents may see it at all
 * @param name everything that it is called: by itself, by EK and in the register
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

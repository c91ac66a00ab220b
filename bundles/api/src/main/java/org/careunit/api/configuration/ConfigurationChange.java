package org.careunit.api.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;

/**
 * Changes that a document makes, or would make.
 *
 * @param changeSet to take it back by; empty if nothing was saved
 * @param differences in the order of units and of the document; never null
 */
public record ConfigurationChange(Optional<UUID> changeSet, List<Difference> differences) {

    public ConfigurationChange {
        Objects.requireNonNull(changeSet, "changeSet");
        differences = List.copyOf(differences);
    }

    /**
     * One difference.
     *
     * @param unit where; never null
     * @param change from what to what, by a path through the document; never null
     */
    public record Difference(HsaId unit, Saved.Change change) {
        public Difference {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(change, "change");
        }
    }
}

package org.careunit.api.configuration;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.careunit.api.identity.HsaId;

/**
 * Result of undoing a change set.
 *
 * @param changeSet the change set that takes it back; never null
 * @param restored what says again what it said before; never null
 * @param conflicts what was left as it is, since it was changed again or could not stand as it was; never null
 */
public record UndoneChange(UUID changeSet, List<Piece> restored, List<Piece> conflicts) {

    public UndoneChange {
        Objects.requireNonNull(changeSet, "changeSet");
        restored = List.copyOf(restored);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A piece of a unit's configuration.
     *
     * @param unit whose; never null
     * @param path its part and entry, for example {@code settings/care-types}; never null
     * @param version at which version it is now
     * @param actor who saved that; never null
     */
    public record Piece(HsaId unit, String path, long version, String actor) {
        public Piece {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(actor, "actor");
        }
    }
}

package org.careunit.api.finding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds the units that are exposed to a resident. Safe for use by many threads; answers from memory, the same on every
 * node a second after a change at most. Who was born on 29 February has their birthday on 1 March in other years; a day
 * is a day in Europe/Stockholm.
 *
 * <p>All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach and memory not filled yet.
 */
@ProviderType
public interface UnitFinder {

    /** The open units that are exposed to a resident at an instant, by HSA-id. */
    List<HsaId> find(Actor actor, Search search);

    /** Whether a unit is exposed to a resident at an instant, as {@link #explain} says with its reasons. */
    boolean exposes(Actor actor, HsaId unit, Resident resident, Instant at);

    /** Why a unit is exposed to a resident at an instant, or why not; never null. */
    Exposure explain(Actor actor, HsaId unit, Resident resident, Instant at);

    /**
     * Which residents a unit would win and lose by another catchment area, before it is saved.
     *
     * @param changed the catchment area to try
     * @throws org.careunit.api.failure.RefusedException if there is no such unit, or a municipality that does not exist
     */
    Simulation simulate(Actor actor, HsaId unit, CatchmentArea changed);

    /**
     * A question.
     *
     * @param resident never null
     * @param at the instant that ages and approvals are taken at; never null
     * @param careType the key of a care type that the unit must offer; empty for any
     * @param words all of which must begin a word in the unit's shown name or a care type's name, whatever the case, as
     *     far as the first ten words and 200 characters; blank for any
     */
    record Search(Resident resident, Instant at, Optional<String> careType, String words) {

        public Search {
            Objects.requireNonNull(resident, "resident");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(careType, "careType");
            Objects.requireNonNull(words, "words");
        }

        /** Every unit that is exposed to a resident at an instant. */
        public static Search all(Resident resident, Instant at) {
            return new Search(resident, at, Optional.empty(), "");
        }

        /** Nothing of the resident, and not their words. */
        @Override
        public String toString() {
            return "(search at " + at + ")";
        }
    }
}

package org.careunit.api.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Units' configurations as text. Safe for use by many threads. All methods with an actor throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not, at any of the units, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 *
 * <p>A document is an object with {@code "format": 1} and the parts of the configuration, each an object of entries. An
 * entry that is {@code null} is one in which the unit has saved nothing, so that the default applies; one that is
 * missing is left as it is.
 */
@ProviderType
public interface Configurations {

    /** The JSON Schema (2020-12) of a document. */
    String schema();

    /** What a unit has saved, with all parts and entries. */
    String export(Actor actor, HsaId unit);

    /**
     * What {@link #apply} would change, having tried it; nothing is saved.
     *
     * @throws org.careunit.api.failure.RefusedException as there
     */
    ConfigurationChange dryRun(Actor actor, List<HsaId> units, String document, Set<String> only);

    /**
     * Applies a document to units: completely at all of them, as one change set, or not at all. Unchanged entries are
     * not saved again.
     *
     * @param units at least one
     * @param document what they are to say
     * @param only what to take of it: a part such as {@code settings}, or an entry such as {@code settings/care-types};
     *     empty for all
     * @throws org.careunit.api.failure.RefusedException if the document has an unknown key or contains what is not
     *     allowed, the message naming the path, and the unit where there are several; if {@code only} names what is not
     *     in it; if there is no such unit, it does not have what the document says, or its region has locked it
     * @throws org.careunit.api.failure.ConflictException if somebody saved meanwhile
     */
    ConfigurationChange apply(Actor actor, List<HsaId> units, String document, Set<String> only);

    /**
     * What {@link #applyEach} would change, having tried it; nothing is saved.
     *
     * @throws org.careunit.api.failure.RefusedException as there
     */
    ConfigurationChange dryRunEach(Actor actor, List<UnitDocument> documents, Set<String> only);

    /**
     * Applies to each unit its own document: completely at all of them, as one change set, or not at all; otherwise as
     * {@link #apply}.
     *
     * @param documents what each is to say; at least one, and one for each
     * @throws org.careunit.api.failure.RefusedException as there
     * @throws org.careunit.api.failure.ConflictException if somebody saved meanwhile
     */
    ConfigurationChange applyEach(Actor actor, List<UnitDocument> documents, Set<String> only);

    /** Copies the configuration of a unit to others, as {@link #apply} does. */
    default ConfigurationChange copy(Actor actor, HsaId from, List<HsaId> to, Set<String> only) {
        return apply(actor, to, export(actor, from), only);
    }

    /**
     * Undoes a change set, as a new change set, which can be undone in turn. Entries that were changed again since are
     * skipped and reported; so are entries whose earlier content would be invalid now, such as an active case type
     * whose terms have errors.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such change set
     */
    UndoneChange undo(Actor actor, UUID changeSet);

    /**
     * What one unit is to say.
     *
     * @param unit never null
     * @param document never null
     */
    record UnitDocument(HsaId unit, String document) {
        public UnitDocument {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(document, "document");
        }

        /** Whose it is, and nothing of what the unit has decided. */
        @Override
        public String toString() {
            return "(document of " + unit + ")";
        }
    }
}

package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.terms.TermsState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Manages a unit's choices and settings of its case types. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit or the unit does not have the type, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface CaseTypeChoices {

    /** All types of the unit in the order of the catalogue, its own last by name, each with the state of its terms. */
    List<Overview> overview(Actor actor, HsaId unit);

    /** One of them, with who decided what. */
    TypeAtUnit read(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Saves where the unit differs from its region, to hold at once. Whether the type is active stays as it is.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException also if it says something the region has locked, or the type is
     *     active and would lack what an active type needs
     */
    TypeAtUnit save(Actor actor, HsaId unit, CaseTypeKey type, TypeSettings settings, long expectedVersion);

    /**
     * Makes a type of the unit's own, inactive and without terms; its key is made of its name.
     *
     * @param name in Swedish, one line of at most 100 characters; another type may have it too
     * @throws org.careunit.api.failure.RefusedException also if the name is wrong, or the unit has
     *     {@value UnitChoice#MOST_OWN} types of its own
     */
    TypeAtUnit create(Actor actor, HsaId unit, String name, TypeSettings settings);

    /**
     * Calls a type of the unit's own something else; its key stays.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException also if the name is wrong, or the type is the region's
     */
    TypeAtUnit rename(Actor actor, HsaId unit, CaseTypeKey type, String name, long expectedVersion);

    /**
     * Takes an inactive type of the unit's own away; its history stays, and a version of it can be restored.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException also if the type is active, or the region's
     */
    void remove(Actor actor, HsaId unit, CaseTypeKey type, long expectedVersion);

    /** The own types that the unit has removed, by key; see {@link #history} for their settings. */
    List<CaseTypeKey> removed(Actor actor, HsaId unit);

    /** The reasons why the type cannot be activated, in Swedish, each with what to fix; empty if it can. */
    List<Problem> obstacles(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Opens the type to residents, at once; an active one stays so.
     *
     * @throws org.careunit.api.failure.RefusedException also while there are {@link #obstacles}: the message has them
     *     all
     * @throws org.careunit.api.failure.ConflictException if the type was changed meanwhile
     */
    TypeAtUnit activate(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Closes the type to residents, at once; cases that have come in stay.
     *
     * @throws org.careunit.api.failure.ConflictException if the type was changed meanwhile
     */
    TypeAtUnit deactivate(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * All saved versions, newest first, also of a type that was {@link #remove removed}; empty if the unit has saved
     * none.
     */
    List<Saved<UnitChoice>> history(Actor actor, HsaId unit, CaseTypeKey type);

    /** As above, page by page. */
    default Page<Saved<UnitChoice>> history(Actor actor, HsaId unit, CaseTypeKey type, PageRequest page) {
        return Saved.page(history(actor, unit, type), page);
    }

    /**
     * Saves the settings of an earlier version again, as the newest; version 0 gives up whatever differs from the
     * region. A type of the unit's own gets its name of that version too, and is there again if it was {@link #remove
     * removed}.
     *
     * @throws org.careunit.api.failure.ConflictException if another version than {@code expectedVersion} was saved
     *     meanwhile
     * @throws org.careunit.api.failure.RefusedException also if there is no such version, or as for {@link #save}
     */
    TypeAtUnit restore(Actor actor, HsaId unit, CaseTypeKey type, long version, long expectedVersion);

    /** Preview of what staff see when they answer a case of this type. */
    ReplyPreview replies(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Reads settings that were written as JSON, with the names of the record's components as keys.
     *
     * @throws org.careunit.api.failure.RefusedException if they are wrong: the message names the path
     */
    TypeSettings parse(String json);

    /** Writes settings as the JSON that {@link #parse} reads. */
    String write(TypeSettings settings);

    /**
     * A type and its terms.
     *
     * @param type never null
     * @param terms empty if they cannot be checked now; never null
     */
    record Overview(UnitCaseType type, Optional<TermsState> terms) {
        public Overview {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(terms, "terms");
        }
    }
}

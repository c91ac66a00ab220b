package org.careunit.api.settings;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.units.UnitNames;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A unit's settings. What a unit has not saved, its region's default says, else Careunit's; what its region has locked,
 * the region's default says whatever the unit has saved. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface UnitSettings {

    /** All sections in the order of the guide, and for each whether this unit sees it and where it stands. */
    List<SectionState> sections(Actor actor, HsaId unit);

    /** The effective section now; the default, with version 0, if the unit has saved none. */
    <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section);

    /**
     * A section as it is in force now at every unit that has joined, from memory; for the host, operators and Careunit
     * itself. A unit whose section is stored in a form that is not valid is left out.
     */
    <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section);

    /** A unit's names besides the registered one, from memory, with the last known name in EK. */
    UnitNames names(Actor actor, HsaId unit);

    /** As above, of every unit that has joined; for the host, operators and Careunit itself. */
    Map<HsaId, UnitNames> namesEverywhere(Actor actor);

    /** The information that residents see of the unit, with EK's values and the unit's own; queries EK. */
    ShownInformation information(Actor actor, HsaId unit);

    /**
     * Saves a section, to hold at once.
     *
     * @param expectedVersion the version the author has seen
     * @return what was saved, with its version
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if the unit does not have this section, its region has locked
     *     it, or it names what does not exist
     * @throws org.careunit.api.failure.UnavailableException if it hangs on EK or the list of municipalities, and that
     *     cannot be asked now
     */
    <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long expectedVersion);

    /**
     * Reads a section, changes it and saves it; if somebody else saved it meanwhile, changes what they saved. A change
     * that leaves the section as it is saves nothing.
     *
     * @param change given the section as it is in force now; may be called several times
     * @throws org.careunit.api.failure.ConflictException if others were faster ten times in a row
     * @throws org.careunit.api.failure.RefusedException as for {@link #save}
     */
    default <S extends Section> Versioned<S> update(
            Actor actor, HsaId unit, Class<S> section, UnaryOperator<S> change) {
        return Updates.repeat(
                () -> read(actor, unit, section), change, (next, version) -> save(actor, unit, next, version));
    }

    /**
     * Confirms a section as it stands, if the unit has saved none: the default holds on, and follows the region. One
     * that was saved or confirmed before stays as it is.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #save}
     */
    <S extends Section> Versioned<S> confirm(Actor actor, HsaId unit, Class<S> section);

    /**
     * Reads a section that was written as JSON, with {@link SectionState#key()} naming which.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such section, or the JSON has an unknown key,
     *     lacks one, or contains what is not allowed: the message names the path
     */
    Section parse(String key, String json);

    /** Writes a section as the JSON that {@link #parse} reads; the keys are the names of the record's components. */
    String write(Section section);

    /** Previews how formatted text would be saved; saves nothing. */
    PreviewedText preview(OtherInformation section);

    /** All saved versions of a section, newest first; empty if the unit has saved none. */
    <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section);

    /** As above, page by page. */
    default <S extends Section> Page<Saved<S>> history(Actor actor, HsaId unit, Class<S> section, PageRequest page) {
        return Saved.page(history(actor, unit, section), page);
    }

    /**
     * Restores an earlier version as the newest; version 0 removes the unit's own, so that the default applies.
     *
     * @param version the version to restore
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if there is no such version, or as for {@link #save}
     */
    <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long expectedVersion);
}

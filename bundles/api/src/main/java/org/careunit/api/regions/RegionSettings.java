package org.careunit.api.regions;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Updates;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a region decides: its own sections, and for each section of its units a default and a lock. Safe for use by many
 * threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface RegionSettings {

    /** The region's section in force now; Careunit's default, with version 0, if the region has saved none. */
    <S extends RegionSection> Versioned<S> read(Actor actor, CountyCode region, Class<S> section);

    /**
     * Saves a section of the region, to hold at once.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     */
    <S extends RegionSection> Versioned<S> save(Actor actor, CountyCode region, S section, long expectedVersion);

    /**
     * Reads a section of the region, changes it and saves it; if somebody else saved it meanwhile, changes what they
     * saved. A change that leaves the section as it is saves nothing.
     *
     * @param change given the section as it is in force now; may be called several times
     * @throws org.careunit.api.failure.ConflictException if others were faster ten times in a row
     */
    default <S extends RegionSection> Versioned<S> update(
            Actor actor, CountyCode region, Class<S> section, UnaryOperator<S> change) {
        return Updates.repeat(
                () -> read(actor, region, section), change, (next, version) -> save(actor, region, next, version));
    }

    /** All saved versions of a section of the region, newest first. */
    <S extends RegionSection> List<Saved<S>> history(Actor actor, CountyCode region, Class<S> section);

    /** As above, page by page. */
    default <S extends RegionSection> Page<Saved<S>> history(
            Actor actor, CountyCode region, Class<S> section, PageRequest page) {
        return Saved.page(history(actor, region, section), page);
    }

    /**
     * The region's default of a section of its units; Careunit's default, unlocked, with version 0, if the region has
     * none.
     */
    <S extends Section> Versioned<Default<S>> readDefault(Actor actor, CountyCode region, Class<S> section);

    /**
     * Saves the default for units that have not saved this section, and whether units may save it at all.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if it names what does not exist
     */
    <S extends Section> Versioned<Default<S>> saveDefault(
            Actor actor, CountyCode region, S section, boolean locked, long expectedVersion);

    /** All saved versions of a default, newest first. */
    <S extends Section> List<Saved<Default<S>>> defaultHistory(Actor actor, CountyCode region, Class<S> section);

    /** As above, page by page. */
    default <S extends Section> Page<Saved<Default<S>>> defaultHistory(
            Actor actor, CountyCode region, Class<S> section, PageRequest page) {
        return Saved.page(defaultHistory(actor, region, section), page);
    }

    /**
     * Saves an earlier version of a region's section again, as the newest; version 0 gives up what was saved.
     *
     * @throws org.careunit.api.failure.ConflictException if another version than {@code expectedVersion} was saved
     *     meanwhile
     * @throws org.careunit.api.failure.RefusedException if there is no such version
     */
    <S extends RegionSection> Versioned<S> restore(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion);

    /**
     * Restores an earlier version of a default, with its lock, as the newest; version 0 removes the default.
     *
     * @throws org.careunit.api.failure.ConflictException if another version than {@code expectedVersion} was saved
     *     meanwhile
     * @throws org.careunit.api.failure.RefusedException if there is no such version, or it names what does not exist
     */
    <S extends Section> Versioned<Default<S>> restoreDefault(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion);

    /**
     * Reads a section of a region that was written as JSON; its key names which, for example {@code quiet-hours}.
     *
     * @throws org.careunit.api.failure.RefusedException as {@link UnitSettings#parse}
     */
    RegionSection parse(String key, String json);

    /** Writes a section as the JSON that {@link #parse} reads. */
    String write(RegionSection section);

    /** A region's default for its units, and whether it is locked. */
    record Default<S extends Section>(S section, boolean locked) {
        public Default {
            Objects.requireNonNull(section, "section");
        }
    }
}

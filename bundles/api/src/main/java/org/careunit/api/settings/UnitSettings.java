package org.careunit.api.settings;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A unit's settings. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface UnitSettings {

    /** A section as it holds now; the default, with version 0, if the unit has saved none. */
    <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section);

    /**
     * Saves a section, to hold at once.
     *
     * @param seen the version the author has seen
     * @return what was saved, with its version
     * @throws SectionConflictException if another version was saved meanwhile
     */
    <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen);
}

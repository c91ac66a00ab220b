package org.careunit.settings.internal.sections;

import java.util.Optional;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.storage.SystemActor;

/**
 * Finds the sections that a unit has changed itself, instead of confirming or keeping defaults: only these can need
 * outside systems.
 */
public final class DecidedSections {

    private static final Actor US = new SystemActor("readiness");

    private DecidedSections() {}

    /** Empty if it has no content of its own in that section. */
    public static <S extends Section> Optional<S> by(UnitSettings settings, HsaId unit, Class<S> section) {
        return settings.history(US, unit, section).stream().findFirst().flatMap(Saved::content);
    }
}

package org.careunit.storage;

import java.util.Objects;
import org.careunit.api.identity.HsaId;

/**
 * The owner of a document: the platform, a region or a unit.
 *
 * @param level how high up; never null
 * @param id the county code of a region, the HSA-id of a unit, {@code *} for the platform; never null
 */
public record Scope(Level level, String id) {

    /** From the top down: what a unit does not set is inherited from its region, else from the platform. */
    public enum Level {
        PLATFORM,
        REGION,
        UNIT
    }

    public static final Scope PLATFORM = new Scope(Level.PLATFORM, "*");

    public Scope {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(id, "id");
    }

    public static Scope region(String countyCode) {
        return new Scope(Level.REGION, countyCode);
    }

    public static Scope unit(HsaId unit) {
        return new Scope(Level.UNIT, unit.value());
    }
}

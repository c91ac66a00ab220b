package org.careunit.access.internal.audit;

import org.careunit.api.access.Target;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;

/** Converts between audit trails and their names. */
public final class TrailNames {

    /** Stands for every trail, where a command takes that. */
    public static final String ALL = "all";

    private static final String PLATFORM = "platform";

    private TrailNames() {}

    public static boolean isAll(String name) {
        return name.strip().equals(ALL);
    }

    public static String of(Scope trail) {
        return trail.equals(Scope.PLATFORM) ? PLATFORM : trail.id();
    }

    /** {@code platform}, the code of a region's county, or the HSA-id of a unit. */
    public static Target read(String name) {
        String plain = name.strip();
        if (plain.equals(PLATFORM)) {
            return new Target.Platform();
        }
        return plain.matches("\\d{2}") ? new Target.Region(CountyCode.of(plain)) : new Target.Unit(HsaId.of(plain));
    }
}

package org.careunit.access.internal.audit;

import org.careunit.api.access.Target;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/** How an operator names a trail. */
final class TrailNames {

    private TrailNames() {}

    /** {@code platform}, the code of a region's county, or the HSA-id of a unit. */
    static Target read(String name) {
        String plain = name.strip();
        if (plain.equals("platform")) {
            return new Target.Platform();
        }
        return plain.matches("\\d{2}") ? new Target.Region(CountyCode.of(plain)) : new Target.Unit(HsaId.of(plain));
    }
}

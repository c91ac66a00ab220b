package org.careunit.access.internal;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Grants;
import org.careunit.storage.Grants.OfStaff;
import org.careunit.storage.Remembered;
import org.careunit.storage.UnitRegister;

/**
 * What staff may be and which region a unit belongs to, from memory. What changes on this node holds at once; what changes on
 * another node, a second later at most. A unit's region never changes.
 */
final class Rights {

    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST = 20_000;

    private final Remembered<HsaId, OfStaff> staff;
    private final Remembered<HsaId, CountyCode> regions;

    Rights(Grants grants, UnitRegister units) {
        staff = new Remembered<>(id -> Optional.of(grants.of(id)), LONGEST, MOST);
        regions =
                new Remembered<>(id -> units.find(id).map(entry -> entry.unit().region()), Duration.ofDays(1), MOST);
    }

    OfStaff of(HsaId id) {
        return staff.get(id).orElseThrow();
    }

    /** The region of a unit; empty if it has not joined. */
    Optional<CountyCode> regionOf(HsaId unit) {
        return regions.get(unit);
    }

    void changed(HsaId id) {
        staff.drop(id);
    }
}

package org.careunit.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Grants;
import org.careunit.storage.Grants.OfStaff;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;

/**
 * What staff may be and which region a unit belongs to, from memory. What is remembered are grants with their dates, so that they
 * begin and end on time. A change is forgotten as the store announces it: at once on this node, within a second from another; the
 * longest age is for what nobody announces.
 */
final class Rights implements Changes.Listener {

    static final Duration LONGEST = Duration.ofMinutes(1);

    /** Half of them, which surely stay, are more staff than a nation's units have at work at once, in some 70 MB. */
    private static final int MOST = 200_000;

    private static final int MOST_UNITS = 100_000;
    private static final Set<String> KINDS = Set.of("permissions", "account");

    private final Remembered<HsaId, OfStaff> staff;
    private final Remembered<HsaId, CareUnit> joined;
    private final Clock clock;

    Rights(Grants grants, UnitRegister units, Clock clock) {
        staff = new Remembered<>(id -> Optional.of(grants.of(id)), LONGEST, MOST);
        joined = new Remembered<>(id -> units.find(id).map(UnitRegister.Entry::unit), LONGEST, MOST_UNITS);
        this.clock = clock;
    }

    /** What somebody is at a unit now. */
    Set<Permission> of(HsaId id, HsaId unit) {
        return of(id).at(unit, clock.instant());
    }

    /** The units at which somebody is anything now, by HSA-id. */
    List<HsaId> unitsOf(HsaId id) {
        return of(id).units().entrySet().stream()
                .filter(there -> !there.getValue().inEffectAt(clock.instant()).isEmpty())
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The regions that somebody administers now. */
    Set<CountyCode> regionsOf(HsaId id) {
        return of(id).regionsAt(clock.instant());
    }

    /** The region of a unit; empty if it has not joined. */
    Optional<CountyCode> regionOf(HsaId unit) {
        return joined.get(unit).map(CareUnit::region);
    }

    /** Whether a unit has closed for good. */
    boolean isClosed(HsaId unit) {
        return joined.get(unit)
                .filter(one -> one.state() == CareUnit.State.CLOSED)
                .isPresent();
    }

    void changed(HsaId id) {
        staff.drop(id);
    }

    @Override
    public void changed(Changes.Change change) {
        if (KINDS.contains(change.kind())) {
            staff.drop(new HsaId(change.key()));
        } else if (change.kind().equals("unit")) {
            joined.drop(new HsaId(change.key()));
        }
    }

    @Override
    public void anything() {
        staff.clear();
        joined.clear();
    }

    private OfStaff of(HsaId id) {
        return staff.get(id).orElseThrow();
    }
}

package org.careunit.access.internal.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Grants;
import org.careunit.storage.Grants.OfStaff;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;

/**
 * Cache of staff permissions and of the regions of units. Grants are cached with their dates, so they begin and end on
 * time. Entries are invalidated by change notices, at once on this node and within a second on others; the maximum age
 * covers changes without a notice.
 */
public final class Rights {

    public static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Half of them, which are never evicted early, exceeds the staff at work at once in a whole country; some 70 MB.
     */
    private static final int MOST = 200_000;

    private static final Set<String> KINDS = Set.of("permissions", "account");

    private final Cache<StaffId, OfStaff> staff;
    private final Grants grants;
    private final UnitRegister units;
    private final Clock clock;
    private final BooleanSupplier inTransaction;

    /** @param inTransaction whether this thread is inside a transaction, where rights are read from the store */
    public Rights(Caches caches, Grants grants, UnitRegister units, Clock clock, BooleanSupplier inTransaction) {
        staff = caches.loading(
                id -> Optional.of(grants.of(id)),
                Rights::changedStaff,
                CacheLimits.entries(MOST).maxAge(LONGEST));
        this.grants = grants;
        this.units = units;
        this.clock = clock;
        this.inTransaction = inTransaction;
    }

    /** Whether somebody has one of these permissions at a unit now. */
    public boolean hasAny(StaffId id, HsaId unit, Set<Permission> wanted) {
        StaffAtUnit there = of(id).units().get(unit);
        return there != null && there.hasAnyAt(wanted, clock.instant());
    }

    /** The units at which somebody has any permission now, by HSA-id. */
    public List<HsaId> unitsOf(StaffId id) {
        return of(id).units().entrySet().stream()
                .filter(there -> !there.getValue().inEffectAt(clock.instant()).isEmpty())
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The regions that somebody administers now. */
    public Set<CountyCode> regionsOf(StaffId id) {
        return of(id).regionsAt(clock.instant());
    }

    /** The region of a unit; empty if it has not joined. */
    public Optional<CountyCode> regionOf(HsaId unit) {
        return joined(unit).map(CareUnit::region);
    }

    /** Whether a unit has closed permanently. */
    public boolean isClosed(HsaId unit) {
        return joined(unit).filter(one -> one.state() == CareUnit.State.CLOSED).isPresent();
    }

    private Optional<CareUnit> joined(HsaId id) {
        Optional<UnitRegister.Entry> entry = inTransaction.getAsBoolean() ? units.findNow(id) : units.find(id);
        return entry.map(UnitRegister.Entry::unit);
    }

    private static Optional<StaffId> changedStaff(Change change) {
        return KINDS.contains(change.kind()) ? Optional.of(new StaffId(change.key())) : Optional.empty();
    }

    /**
     * Inside a transaction, permissions that another node has just removed must not be used; they are removed from the
     * cache as well.
     */
    private OfStaff of(StaffId id) {
        if (inTransaction.getAsBoolean()) {
            staff.invalidate(id);
            return grants.of(id);
        }
        return staff.get(id).orElseThrow();
    }
}

package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Grants;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.documents.ScopeLocks;

public final class JdbcGrants implements Grants {

    private static final String REGIONAL_ADMINISTRATOR = "REGIONAL_ADMINISTRATOR";
    private static final String ALL = "SELECT g.*, l.unit AS locked_at_unit, a.employed_until FROM grants g"
            + " LEFT JOIN locked_staff l ON g.scope_level = 'UNIT' AND l.unit = g.scope_id AND l.staff = g.staff"
            + " LEFT JOIN accounts a ON a.staff = g.staff WHERE ";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final ChangeBroadcast changes;
    private final ScopeLocks locks;
    private final GrantHistory history;

    public JdbcGrants(
            JdbcTransactions transactions,
            Sql sql,
            Clock clock,
            ChangeBroadcast changes,
            ScopeLocks locks,
            GrantHistory history) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
        this.locks = locks;
        this.history = history;
    }

    @Override
    public OfStaff of(StaffId staff) {
        List<Grant> grants = sql.list(ALL + "g.staff = ?", JdbcGrants::grant, staff.value());
        Map<HsaId, StaffAtUnit> units = grants.stream()
                .filter(Grant::isAtUnit)
                .collect(Collectors.groupingBy(
                        Grant::unit, Collectors.collectingAndThen(Collectors.toList(), JdbcGrants::together)));
        return new OfStaff(
                units,
                grants.stream()
                        .filter(grant -> !grant.isAtUnit())
                        .map(grant -> new CountyCode(grant.scope().id()))
                        .collect(Collectors.toSet()),
                grants.stream().flatMap(grant -> grant.employedUntil().stream()).findFirst());
    }

    @Override
    public List<StaffAtUnit> atUnit(HsaId unit) {
        return sql
                .list(ALL + "g.scope_level = ? AND g.scope_id = ?", JdbcGrants::grant, Scope.Level.UNIT, unit.value())
                .stream()
                .collect(Collectors.groupingBy(Grant::staff, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(JdbcGrants::together)
                .toList();
    }

    @Override
    public List<StaffId> regionalAdministrators(CountyCode region) {
        return sql.list(
                "SELECT staff FROM grants WHERE scope_level = ? AND scope_id = ? AND permission = ? ORDER BY staff",
                row -> new StaffId(row.getString(1)),
                Scope.Level.REGION,
                region.value(),
                REGIONAL_ADMINISTRATOR);
    }

    @Override
    public void replace(HsaId unit, StaffId staff, Map<Permission, GrantPeriod> grants, String actor) {
        transactions.mustBeOpen();
        Scope scope = Scope.unit(unit);
        StaffAtUnit had = of(staff).units().getOrDefault(unit, new StaffAtUnit(staff, unit, Set.of()));
        for (Permission permission : Permission.values()) {
            if (grants.containsKey(permission)) {
                insert(scope, staff, permission.name(), actor);
                date(scope, staff, permission, grants.get(permission));
            } else {
                delete(scope, staff, permission.name());
            }
        }
        if (!history.keep(had, grants, actor)) {
            changes.announce(
                    new Change(scope, GrantHistory.KIND, staff.value())); // a version that is kept announces itself
        }
    }

    @Override
    public List<Saved<Map<Permission, GrantPeriod>>> history(HsaId unit, StaffId staff) {
        return history.of(unit, staff);
    }

    @Override
    public boolean addRegionalAdministrator(CountyCode region, StaffId staff, String actor) {
        Scope scope = Scope.region(region.value());
        return transactions.call(() -> {
            locks.lock(scope);
            changes.announce(new Change(scope, GrantHistory.KIND, staff.value()));
            return insert(scope, staff, REGIONAL_ADMINISTRATOR, actor);
        });
    }

    @Override
    public boolean removeRegionalAdministrator(CountyCode region, StaffId staff) {
        Scope scope = Scope.region(region.value());
        return transactions.call(() -> {
            locks.lock(scope);
            changes.announce(new Change(scope, GrantHistory.KIND, staff.value()));
            return delete(scope, staff, REGIONAL_ADMINISTRATOR);
        });
    }

    private boolean insert(Scope scope, StaffId staff, String permission, String actor) {
        return sql.update(
                        "INSERT INTO grants (scope_level, scope_id, staff, permission, granted_by, granted_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        scope.level(),
                        scope.id(),
                        staff.value(),
                        permission,
                        actor,
                        clock.instant())
                == 1;
    }

    private void date(Scope scope, StaffId staff, Permission permission, GrantPeriod period) {
        sql.update(
                "UPDATE grants SET valid_from = ?, valid_until = ?"
                        + " WHERE scope_level = ? AND scope_id = ? AND staff = ? AND permission = ?",
                period.from(),
                period.until(),
                scope.level(),
                scope.id(),
                staff.value(),
                permission);
    }

    private boolean delete(Scope scope, StaffId staff, String permission) {
        return sql.update(
                        "DELETE FROM grants WHERE scope_level = ? AND scope_id = ? AND staff = ? AND permission = ?",
                        scope.level(),
                        scope.id(),
                        staff.value(),
                        permission)
                == 1;
    }

    /** The grants of one staff member at one unit, as one. */
    private static StaffAtUnit together(List<Grant> grants) {
        Grant any = grants.get(0);
        return new StaffAtUnit(
                any.staff(),
                any.unit(),
                grants.stream()
                        .collect(Collectors.toMap(grant -> Permission.valueOf(grant.permission()), Grant::period)),
                any.locked(),
                any.employedUntil());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Scope scope = new Scope(Scope.Level.valueOf(row.getString("scope_level")), row.getString("scope_id"));
        return new Grant(
                scope,
                new StaffId(row.getString("staff")),
                row.getString("permission"),
                new GrantPeriod(Sql.optionalInstant(row, "valid_from"), Sql.optionalInstant(row, "valid_until")),
                row.getString("locked_at_unit") != null,
                Sql.optionalInstant(row, "employed_until"));
    }

    private record Grant(
            Scope scope,
            StaffId staff,
            String permission,
            GrantPeriod period,
            boolean locked,
            Optional<Instant> employedUntil) {

        boolean isAtUnit() {
            return scope.level() == Scope.Level.UNIT;
        }

        HsaId unit() {
            return new HsaId(scope.id());
        }
    }
}

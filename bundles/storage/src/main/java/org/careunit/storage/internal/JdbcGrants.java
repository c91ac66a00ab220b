package org.careunit.storage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Changes;
import org.careunit.storage.Changes.Change;
import org.careunit.storage.Grants;
import org.careunit.storage.Scope;

final class JdbcGrants implements Grants {

    private static final String REGIONAL_ADMINISTRATOR = "REGIONAL_ADMINISTRATOR";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final Changes changes;

    JdbcGrants(JdbcTransactions transactions, Sql sql, Clock clock, Changes changes) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public OfStaff of(HsaId staff) {
        Map<HsaId, Set<Permission>> units = new HashMap<>();
        Set<CountyCode> regions = new HashSet<>();
        for (Grant grant : sql.list("SELECT * FROM grants WHERE staff = ?", JdbcGrants::grant, staff.value())) {
            if (grant.scope().level() == Scope.Level.REGION) {
                regions.add(new CountyCode(grant.scope().id()));
            } else {
                add(units, new HsaId(grant.scope().id()), grant);
            }
        }
        return new OfStaff(units, regions);
    }

    @Override
    public SortedMap<HsaId, Set<Permission>> atUnit(HsaId unit) {
        SortedMap<HsaId, Set<Permission>> byStaff = new TreeMap<>();
        List<Grant> grants = sql.list(
                "SELECT * FROM grants WHERE scope_level = ? AND scope_id = ?",
                JdbcGrants::grant,
                Scope.Level.UNIT,
                unit.value());
        grants.forEach(grant -> add(byStaff, grant.staff(), grant));
        return byStaff;
    }

    @Override
    public void replace(HsaId unit, HsaId staff, Set<Permission> permissions, String actor) {
        transactions.mustBeOpen();
        Scope scope = Scope.unit(unit);
        for (Permission permission : Permission.values()) {
            if (permissions.contains(permission)) {
                insert(scope, staff, permission.name(), actor);
            } else {
                delete(scope, staff, permission.name());
            }
        }
        changes.announce(new Change(scope, "permissions", staff.value()));
    }

    @Override
    public boolean addRegionalAdministrator(CountyCode region, HsaId staff, String actor) {
        Scope scope = Scope.region(region.value());
        return transactions.call(() -> {
            changes.announce(new Change(scope, "permissions", staff.value()));
            return insert(scope, staff, REGIONAL_ADMINISTRATOR, actor);
        });
    }

    private boolean insert(Scope scope, HsaId staff, String permission, String actor) {
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

    private void delete(Scope scope, HsaId staff, String permission) {
        sql.update(
                "DELETE FROM grants WHERE scope_level = ? AND scope_id = ? AND staff = ? AND permission = ?",
                scope.level(),
                scope.id(),
                staff.value(),
                permission);
    }

    private static void add(Map<HsaId, Set<Permission>> grants, HsaId key, Grant grant) {
        grants.computeIfAbsent(key, first -> EnumSet.noneOf(Permission.class))
                .add(Permission.valueOf(grant.permission()));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Scope scope = new Scope(Scope.Level.valueOf(row.getString("scope_level")), row.getString("scope_id"));
        return new Grant(scope, new HsaId(row.getString("staff")), row.getString("permission"));
    }

    private record Grant(Scope scope, HsaId staff, String permission) {}
}

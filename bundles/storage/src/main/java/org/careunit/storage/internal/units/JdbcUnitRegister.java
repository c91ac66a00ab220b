package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Changes.Change;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;

public final class JdbcUnitRegister implements UnitRegister {

    private static final String ONE = "SELECT * FROM units WHERE unit = ?";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Changes changes;

    public JdbcUnitRegister(JdbcTransactions transactions, Sql sql, Changes changes) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
    }

    @Override
    public Optional<Entry> find(HsaId unit) {
        return sql.first(ONE, JdbcUnitRegister::entry, unit.value());
    }

    @Override
    public List<Entry> all() {
        return sql.list("SELECT * FROM units ORDER BY unit", JdbcUnitRegister::entry);
    }

    @Override
    public List<Entry> ofRegion(CountyCode region) {
        return sql.list("SELECT * FROM units WHERE region = ? ORDER BY unit", JdbcUnitRegister::entry, region.value());
    }

    @Override
    public boolean add(CareUnit unit) {
        return announced(
                unit,
                "INSERT INTO units (unit, region, name, state, opened_at, closed_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING",
                unit.id().value(),
                unit.region().value(),
                unit.name(),
                unit.state(),
                unit.openedAt(),
                unit.closedAt());
    }

    @Override
    public boolean update(CareUnit unit, long seen) {
        return announced(
                unit,
                "UPDATE units SET name = ?, state = ?, opened_at = ?, closed_at = ?, version = version + 1"
                        + " WHERE unit = ? AND version = ?",
                unit.name(),
                unit.state(),
                unit.openedAt(),
                unit.closedAt(),
                unit.id().value(),
                seen);
    }

    private boolean announced(CareUnit unit, String statement, Object... values) {
        return transactions.call(() -> {
            boolean changed = sql.update(statement, values) == 1;
            if (changed) {
                changes.announce(
                        new Change(Scope.unit(unit.id()), "unit", unit.id().value()));
            }
            return changed;
        });
    }

    @Override
    public Optional<Entry> lock(HsaId unit) {
        transactions.mustBeOpen();
        return sql.first(ONE + " FOR UPDATE", JdbcUnitRegister::entry, unit.value());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        CareUnit unit = new CareUnit(
                new HsaId(row.getString("unit")),
                new CountyCode(row.getString("region")),
                row.getString("name"),
                CareUnit.State.valueOf(row.getString("state")),
                Sql.optionalInstant(row, "opened_at"),
                Sql.optionalInstant(row, "closed_at"));
        return new Entry(unit, row.getLong("version"));
    }
}

package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;

/** Stores units in the database, and reads them from memory. */
public final class JdbcUnitRegister implements UnitRegister {

    private static final String KIND = "unit";
    private static final String ONE = "SELECT * FROM units WHERE unit = ?";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final ChangeBroadcast changes;
    private final KindCache<HsaId, Entry> cache;

    public JdbcUnitRegister(JdbcTransactions transactions, Sql sql, ChangeBroadcast changes) {
        this.transactions = transactions;
        this.sql = sql;
        this.changes = changes;
        cache = new Caches(transactions, changes).wholeKind(this::read, this::read, JdbcUnitRegister::changed);
    }

    private static Optional<HsaId> changed(Change change) {
        return change.kind().equals(KIND) ? Optional.of(new HsaId(change.key())) : Optional.empty();
    }

    /** One that is not in memory may have been added on another node just now. */
    @Override
    public Optional<Entry> find(HsaId unit) {
        Optional<Entry> cached = cache.get(unit);
        return cached.isPresent() ? cached : read(unit);
    }

    @Override
    public Optional<Entry> findNow(HsaId unit) {
        return read(unit);
    }

    @Override
    public List<Entry> all() {
        return sorted(cache.all().values().stream());
    }

    @Override
    public List<Entry> ofRegion(CountyCode region) {
        return sorted(cache.all().values().stream()
                .filter(entry -> entry.unit().region().equals(region)));
    }

    private static List<Entry> sorted(Stream<Entry> entries) {
        return entries.sorted(Comparator.comparing(entry -> entry.unit().id())).toList();
    }

    private Map<HsaId, Entry> read() {
        return sql.list("SELECT * FROM units", JdbcUnitRegister::entry).stream()
                .collect(Collectors.toMap(entry -> entry.unit().id(), Function.identity()));
    }

    private Optional<Entry> read(HsaId unit) {
        return sql.first(ONE, JdbcUnitRegister::entry, unit.value());
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
    public boolean update(CareUnit unit, long expectedVersion) {
        return announced(
                unit,
                "UPDATE units SET name = ?, state = ?, opened_at = ?, closed_at = ?, version = version + 1"
                        + " WHERE unit = ? AND version = ?",
                unit.name(),
                unit.state(),
                unit.openedAt(),
                unit.closedAt(),
                unit.id().value(),
                expectedVersion);
    }

    private boolean announced(CareUnit unit, String statement, Object... values) {
        return transactions.call(() -> {
            boolean changed = sql.update(statement, values) == 1;
            if (changed) {
                changes.announce(
                        new Change(Scope.unit(unit.id()), KIND, unit.id().value()));
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

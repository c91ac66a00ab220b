package org.careunit.storage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.AuditTrail;

final class JdbcAuditTrail implements AuditTrail {

    private final Sql sql;
    private final Clock clock;

    JdbcAuditTrail(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void append(HsaId unit, String actor, String action, String text) {
        sql.update(
                "INSERT INTO audit (unit, actor, action, text, at) VALUES (?, ?, ?, ?, ?)",
                unit.value(),
                actor,
                action,
                text,
                clock.instant());
    }

    @Override
    public List<Entry> newest(HsaId unit, int limit) {
        return sql.list(
                "SELECT * FROM audit WHERE unit = ? ORDER BY number DESC FETCH FIRST " + limit + " ROWS ONLY",
                JdbcAuditTrail::entry,
                unit.value());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                new HsaId(row.getString("unit")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("text"),
                Sql.instant(row, "at"));
    }
}

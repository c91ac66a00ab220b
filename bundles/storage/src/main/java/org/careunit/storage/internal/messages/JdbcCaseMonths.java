package org.careunit.storage.internal.messages;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.database.Sql;

/** Reads the cases of a month and stores figures in the database. */
public final class JdbcCaseMonths implements CaseMonths {

    private final Sql sql;

    public JdbcCaseMonths(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<StoredCase> received(HsaId unit, Instant from, Instant until, Optional<StoredCase> after, int limit) {
        Instant begin = after.flatMap(StoredCase::receivedAt).orElse(from);
        List<Object> values = new ArrayList<>(List.of(unit.value(), begin, until));
        after.ifPresent(last -> values.addAll(List.of(begin, last.ref().id())));
        return sql.list(
                "SELECT * FROM cases WHERE unit = ? AND received_at >= ? AND received_at < ?"
                        + (after.isPresent() ? " AND (received_at > ? OR case_id > ?)" : "")
                        + " ORDER BY received_at, case_id FETCH FIRST " + limit + " ROWS ONLY",
                JdbcCases::stored,
                values.toArray());
    }

    @Override
    public Map<String, Long> reminders(HsaId unit, Instant from, Instant until) {
        return byType(sql.list(
                "SELECT cases.case_type, COUNT(*) FROM cases JOIN ledger ON ledger.unit = cases.unit"
                        + " AND ledger.case_id = cases.case_id WHERE cases.unit = ? AND cases.received_at >= ?"
                        + " AND cases.received_at < ? AND ledger.topic IN ('OVERDUE', 'FIRST_REPLY')"
                        + " AND ledger.state IN ('SENT', 'DELIVERED') GROUP BY cases.case_type",
                row -> Map.entry(row.getString(1), row.getLong(2)),
                unit.value(),
                from,
                until));
    }

    @Override
    public void store(HsaId unit, YearMonth month, Map<String, String> figures, Instant at) {
        sql.batch(
                "INSERT INTO unit_months (unit, month_received, case_type, figures, stored_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                figures.entrySet().stream()
                        .map(entry ->
                                new Object[] {unit.value(), month.toString(), entry.getKey(), entry.getValue(), at})
                        .toList());
    }

    @Override
    public Map<String, String> stored(HsaId unit, YearMonth month) {
        return byType(sql.list(
                "SELECT case_type, figures FROM unit_months WHERE unit = ? AND month_received = ? ORDER BY case_type",
                row -> Map.entry(row.getString(1), row.getString(2)),
                unit.value(),
                month.toString()));
    }

    private static <T> Map<String, T> byType(List<Map.Entry<String, T>> entries) {
        Map<String, T> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }
}

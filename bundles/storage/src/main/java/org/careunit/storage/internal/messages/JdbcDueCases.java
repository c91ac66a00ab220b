package org.careunit.storage.internal.messages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.DueCases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.database.Sql;

/** Finds due and running cases by the indexes on their columns. */
public final class JdbcDueCases implements DueCases {

    private static final String FINGERPRINT = "fingerprint";

    private final Sql sql;

    public JdbcDueCases(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> since() {
        return sql.first("SELECT at FROM clocks_since", row -> Sql.instant(row, "at"));
    }

    @Override
    public List<HsaId> units(Instant until, int limit) {
        return sql.list(
                "SELECT unit FROM cases WHERE staff_due <= ? UNION SELECT unit FROM cases WHERE resident_due <= ?"
                        + " FETCH FIRST " + limit + " ROWS ONLY",
                row -> new HsaId(row.getString(1)),
                until,
                until);
    }

    @Override
    public List<StoredCase> of(HsaId unit, Instant until, int limit) {
        return Stream.of("staff_due", "resident_due")
                .flatMap(due -> of(due, unit, until, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    private List<StoredCase> of(String due, HsaId unit, Instant until, int limit) {
        return sql.list(
                "SELECT * FROM cases WHERE unit = ? AND " + due + " <= ? ORDER BY " + due + ", case_id FETCH FIRST "
                        + limit + " ROWS ONLY",
                JdbcCases::stored,
                unit.value(),
                until);
    }

    @Override
    public List<CaseRef> running(HsaId unit, Optional<String> after, int limit) {
        return sql.list(
                "SELECT case_id FROM cases WHERE running AND unit = ? AND case_id > ? ORDER BY case_id FETCH FIRST "
                        + limit + " ROWS ONLY",
                row -> new CaseRef(unit, row.getString(1)),
                unit.value(),
                after.orElse(""));
    }

    @Override
    public Map<HsaId, String> calculatedBy() {
        Map<HsaId, String> all = new LinkedHashMap<>();
        sql.list(
                        "SELECT unit, fingerprint FROM unit_clocks",
                        row -> Map.entry(new HsaId(row.getString("unit")), row.getString(FINGERPRINT)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    @Override
    public void calculated(HsaId unit, String fingerprint) {
        sql.update(
                "INSERT INTO unit_clocks (unit, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING",
                unit.value(),
                fingerprint);
        sql.update("UPDATE unit_clocks SET fingerprint = ? WHERE unit = ?", fingerprint, unit.value());
    }

    @Override
    public Backlog backlog(Instant until) {
        CaseCount staff = counted("staff_due", until);
        CaseCount residents = counted("resident_due", until);
        Optional<Instant> first = Stream.concat(staff.first().stream(), residents.first().stream())
                .min(Instant::compareTo);
        return new Backlog(staff.cases(), residents.cases(), first);
    }

    @Override
    public long openWithoutRecipient(HsaId unit) {
        return sql.first(
                        "SELECT COUNT(*) FROM cases WHERE unit = ? AND phase = 'OPEN' AND EXISTS (SELECT 1 FROM ledger"
                                + " WHERE ledger.unit = cases.unit AND ledger.case_id = cases.case_id"
                                + " AND topic IN ('OVERDUE', 'FIRST_REPLY') AND state = 'NO_RECIPIENT')",
                        row -> row.getLong(1),
                        unit.value())
                .orElseThrow();
    }

    @Override
    public Unreached unreached(Instant since) {
        List<Map.Entry<String, Long>> counts = sql.list(
                "SELECT state, COUNT(*) FROM ledger WHERE changed_at > ? AND (topic IN ('OVERDUE', 'FIRST_REPLY')"
                        + " AND state = 'NO_RECIPIENT' OR topic = 'UNREAD' AND state = 'TECHNICAL_FAILURE')"
                        + " GROUP BY state",
                row -> Map.entry(row.getString(1), row.getLong(2)),
                since);
        return new Unreached(of("NO_RECIPIENT", counts), of("TECHNICAL_FAILURE", counts));
    }

    @Override
    public long simulated(Instant since) {
        return sql.first(
                        "SELECT COUNT(*) FROM ledger WHERE changed_at > ? AND state = 'SIMULATED'",
                        row -> row.getLong(1),
                        since)
                .orElse(0L);
    }

    private static long of(String state, List<Map.Entry<String, Long>> counts) {
        return counts.stream()
                .filter(one -> one.getKey().equals(state))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private CaseCount counted(String due, Instant until) {
        return sql.first(
                        "SELECT COUNT(*) AS cases, MIN(" + due + ") AS first_due FROM cases WHERE " + due + " <= ?",
                        row -> new CaseCount(row.getLong("cases"), Sql.optionalInstant(row, "first_due")),
                        until)
                .orElseThrow();
    }

    private record CaseCount(long cases, Optional<Instant> first) {}
}

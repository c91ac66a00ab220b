package org.careunit.storage.internal.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.Cases;
import org.careunit.storage.Retention;
import org.careunit.storage.StoredCase;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.messages.JdbcCases;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;

/** Removes rows that are no longer needed from their tables. */
public final class JdbcRetention implements Retention {

    private static final int JOBS_AT_ONCE = 100;

    private static final String SILENT = " FROM cases WHERE closed_at IS NULL AND last_occurred_at < ?";

    private final Transactions transactions;
    private final Sql sql;
    private final Jobs jobs;
    private final EndedCases endedCases;
    private final OldLedgerRows ledgerRows;
    private final Map<Kind, OldRows> byAge = new EnumMap<>(Kind.class);

    public JdbcRetention(Transactions transactions, Sql sql, Cases cases, Jobs jobs) {
        this.transactions = transactions;
        this.sql = sql;
        this.jobs = jobs;
        this.endedCases = new EndedCases(sql, cases);
        this.ledgerRows = new OldLedgerRows(sql);
        byAge.put(Kind.EVENTS, new OldRows(sql, "events", List.of("event_id"), "taken_in_at", " AND unit IS NULL"));
        byAge.put(
                Kind.DIGESTS,
                new OldRows(sql, "digest_windows", List.of("unit", "topic", "channel", "recipient"), "ends", ""));
        byAge.put(
                Kind.SUPPRESSIONS,
                new OldRows(sql, "suppressions", List.of("channel", "address"), "COALESCE(used_at, since)", ""));
        byAge.put(
                Kind.DRAFTS,
                new OldRows(
                        sql,
                        "documents",
                        List.of("scope_level", "scope_id", "kind", "doc_key", "version"),
                        "saved_at",
                        " AND state = 'DRAFT' AND EXISTS (SELECT 1 FROM documents later"
                                + " WHERE later.scope_level = documents.scope_level"
                                + " AND later.scope_id = documents.scope_id AND later.kind = documents.kind"
                                + " AND later.doc_key = documents.doc_key AND later.version > documents.version)"));
        byAge.put(Kind.RUNS, new OldRows(sql, "retention_runs", List.of("ended_at"), "ended_at", ""));
    }

    @Override
    public Batch removeCases(
            String after,
            Instant silentSince,
            Instant confirmedSince,
            Function<Collection<StoredCase>, Set<CaseRef>> needed) {
        return transactions.call(() -> endedCases.remove(after, silentSince, confirmedSince, needed));
    }

    @Override
    public Batch remove(Kind kind, String after, Instant unusedSince) {
        return transactions.call(() -> switch (kind) {
            case CASES -> throw new IllegalArgumentException("Cases are removed by removeCases");
            case LEDGER_ROWS -> ledgerRows.remove(after, unusedSince);
            case JOBS -> discardJobs(unusedSince);
            default -> byAge.get(kind).remove(unusedSince);
        });
    }

    private Batch discardJobs(Instant before) {
        List<JobId> old = sql.list(
                "SELECT id FROM jobs_set_aside WHERE set_aside_at < ? ORDER BY set_aside_at FETCH FIRST " + JOBS_AT_ONCE
                        + " ROWS ONLY",
                row -> JobId.parse(row.getString("id")),
                before);
        int removed = (int) old.stream().filter(jobs::discard).count();
        return new Batch(removed, old.size() == JOBS_AT_ONCE && removed > 0 ? Optional.of("") : Optional.empty());
    }

    @Override
    public List<StoredCase> silentCases(Instant since, int limit) {
        return sql.list(
                "SELECT *" + SILENT + " ORDER BY last_occurred_at, unit, case_id FETCH FIRST " + limit + " ROWS ONLY",
                JdbcCases::stored,
                since);
    }

    @Override
    public long countSilentCases(Instant since) {
        return sql.first("SELECT COUNT(*)" + SILENT, row -> row.getLong(1), since)
                .orElseThrow();
    }

    @Override
    public void ended(Run run) {
        sql.update(
                "INSERT INTO retention_runs (ended_at, started_at, removed, silent_cases) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                run.ended(),
                run.started(),
                run.removed().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kind -> kind.getKey() + "=" + kind.getValue())
                        .collect(Collectors.joining(" ")),
                run.silentCases());
    }

    @Override
    public List<Run> runs(int limit) {
        return sql.list(
                "SELECT * FROM retention_runs ORDER BY ended_at DESC FETCH FIRST " + limit + " ROWS ONLY",
                JdbcRetention::run);
    }

    private static Run run(ResultSet row) throws SQLException {
        Map<Kind, Long> removed = new EnumMap<>(Kind.class);
        for (String kind : row.getString("removed").split(" ", -1)) {
            int sign = kind.indexOf('=');
            if (sign > 0) {
                removed.put(Kind.valueOf(kind.substring(0, sign)), Long.valueOf(kind.substring(sign + 1)));
            }
        }
        return new Run(
                Sql.instant(row, "started_at"), Sql.instant(row, "ended_at"), removed, row.getLong("silent_cases"));
    }
}

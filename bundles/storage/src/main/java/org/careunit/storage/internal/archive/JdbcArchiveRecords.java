package org.careunit.storage.internal.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.internal.database.KeyPairs;
import org.careunit.storage.internal.database.Sql;

public final class JdbcArchiveRecords implements ArchiveRecords {

    private final Sql sql;

    public JdbcArchiveRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(StoredRun run) {
        sql.update(RunRows.INSERT, RunRows.values(run));
    }

    @Override
    public void update(StoredRun run) {
        sql.update(RunRows.UPDATE, RunRows.changed(run));
    }

    @Override
    public Optional<StoredRun> find(String id) {
        return sql.first("SELECT * FROM archive_runs WHERE id = ?", RunRows::read, id);
    }

    @Override
    public List<StoredRun> ofUnit(HsaId unit, int limit) {
        return sql.list(
                "SELECT * FROM archive_runs WHERE unit = ? ORDER BY started_at DESC, id FETCH FIRST " + limit
                        + " ROWS ONLY",
                RunRows::read,
                unit.value());
    }

    @Override
    public List<StoredRun> unfinished(int limit) {
        return sql.list(
                "SELECT * FROM archive_runs WHERE is_open = TRUE ORDER BY started_at, id FETCH FIRST " + limit
                        + " ROWS ONLY",
                RunRows::read);
    }

    @Override
    public Map<HsaId, Instant> lastDone() {
        Map<HsaId, Instant> last = new HashMap<>();
        sql.list(
                "SELECT unit, MAX(started_at) AS last FROM archive_runs WHERE stage = ? GROUP BY unit",
                row -> last.put(new HsaId(row.getString("unit")), Sql.instant(row, "last")),
                Stage.DONE);
        return last;
    }

    @Override
    public Optional<Instant> lastDone(HsaId unit) {
        return sql.list(
                        "SELECT MAX(started_at) AS last FROM archive_runs WHERE unit = ? AND stage = ?",
                        row -> Sql.optionalInstant(row, "last"),
                        unit.value(),
                        Stage.DONE)
                .get(0);
    }

    @Override
    public void addCases(StoredRun run, Collection<RunCase> cases) {
        List<Object[]> rows = new ArrayList<>();
        for (RunCase one : cases) {
            rows.add(new Object[] {
                run.id(), run.unit().value(), one.caseId(), one.endedAt().truncatedTo(ChronoUnit.MICROS), one.fault()
            });
        }
        if (!rows.isEmpty()) {
            sql.batch("INSERT INTO archived_cases (run, unit, case_id, ended_at, fault) VALUES (?, ?, ?, ?, ?)", rows);
        }
    }

    @Override
    public Set<String> known(StoredRun run, Collection<String> caseIds) {
        return new HashSet<>(KeyPairs.list(
                sql,
                "SELECT case_id FROM archived_cases WHERE (run, case_id) IN " + KeyPairs.MARK,
                row -> row.getString("case_id"),
                caseIds,
                id -> List.of(run.id(), id)));
    }

    @Override
    public List<String> unconfirmed(StoredRun run, int limit) {
        return sql.list(
                "SELECT case_id FROM archived_cases WHERE run = ? AND fault IS NULL AND confirmed_at IS NULL"
                        + " ORDER BY run, confirmed_at, case_id FETCH FIRST " + limit + " ROWS ONLY",
                row -> row.getString("case_id"),
                run.id());
    }

    @Override
    public void confirmed(StoredRun run, Collection<String> caseIds, Instant at) {
        List<Object[]> rows = new ArrayList<>();
        caseIds.forEach(id -> rows.add(new Object[] {at, run.id(), id}));
        if (!rows.isEmpty()) {
            sql.batch("UPDATE archived_cases SET confirmed_at = ? WHERE run = ? AND case_id = ?", rows);
        }
    }

    @Override
    public boolean isLeftOut(StoredRun run, String caseId) {
        return !sql.list(
                        "SELECT case_id FROM archived_cases WHERE run = ? AND fault IS NOT NULL AND case_id = ?",
                        row -> row.getString(1),
                        run.id(),
                        caseId)
                .isEmpty();
    }

    @Override
    public List<RunCase> leftOut(StoredRun run, String after, int limit) {
        return sql.list(
                "SELECT * FROM archived_cases WHERE run = ? AND fault IS NOT NULL AND case_id > ?"
                        + " ORDER BY case_id FETCH FIRST " + limit + " ROWS ONLY",
                row -> new RunCase(
                        row.getString("case_id"), Sql.instant(row, "ended_at"), Optional.of(row.getString("fault"))),
                run.id(),
                after);
    }

    @Override
    public void removeUnconfirmed(StoredRun run) {
        sql.update("DELETE FROM archived_cases WHERE run = ? AND confirmed_at IS NULL", run.id());
    }

    @Override
    public Map<String, Archived> archived(HsaId unit, Collection<String> caseIds) {
        Map<String, Archived> found = new HashMap<>();
        KeyPairs.list(
                sql,
                "SELECT c.case_id, c.ended_at, c.run, r.package_name FROM archived_cases c JOIN archive_runs r"
                        + " ON r.id = c.run WHERE (c.unit, c.case_id) IN " + KeyPairs.MARK
                        + " AND c.confirmed_at IS NOT NULL ORDER BY c.confirmed_at, r.started_at",
                row -> found.merge(
                        row.getString("case_id"),
                        new Archived(row.getString("package_name"), row.getString("run"), Sql.instant(row, "ended_at")),
                        (first, next) -> new Archived(first.firstPackage(), next.run(), next.endedAt())),
                caseIds,
                id -> List.of(unit.value(), id));
        return found;
    }

    @Override
    public Set<CaseRef> inUnconfirmedPackages(Collection<CaseRef> cases) {
        return new HashSet<>(KeyPairs.list(
                sql,
                "SELECT unit, case_id FROM archived_cases WHERE (unit, case_id) IN " + KeyPairs.MARK
                        + " AND fault IS NULL AND confirmed_at IS NULL",
                row -> new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                cases,
                one -> List.of(one.unit().value(), one.id())));
    }

    @Override
    public void removeBefore(HsaId unit, Instant before) {
        sql.update(
                "DELETE FROM archived_cases WHERE unit = ? AND (confirmed_at < ? OR (fault IS NOT NULL AND run IN"
                        + " (SELECT id FROM archive_runs WHERE unit = ? AND ended_at < ?)))",
                unit.value(),
                before,
                unit.value(),
                before);
    }
}

package org.careunit.storage.internal.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Cases;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.database.Sql;

/**
 * Removes ended cases with their events and ledger rows, from the one that ended first on. Those that stay, such as
 * cases that wait for their archive, are passed over by the cursor: when a case ended, its unit and its id.
 */
final class EndedCases {

    private static final int AT_ONCE = 200;
    private static final String FROM = "0001-01-01T00:00:00Z||";

    private final Sql sql;
    private final Cases cases;

    EndedCases(Sql sql, Cases cases) {
        this.sql = sql;
        this.cases = cases;
    }

    /** In the caller's transaction: cases are locked first, as everybody does, and looked at again then. */
    Batch remove(
            String after,
            Instant silentSince,
            Instant confirmedSince,
            Function<Collection<StoredCase>, Set<CaseRef>> needed) {
        IndexPosition from = IndexPosition.of(after.isEmpty() ? FROM : after);
        List<IndexPosition> positions = next(from, silentSince);
        if (positions.isEmpty()) {
            return new Batch(0, Optional.empty());
        }
        IndexPosition to = positions.get(positions.size() - 1);
        Map<CaseRef, StoredCase> locked =
                cases.lock(positions.stream().map(IndexPosition::ref).toList());
        Set<CaseRef> removable = removable(from, to, silentSince, confirmedSince);
        removable.retainAll(locked.keySet());
        if (!removable.isEmpty()) {
            removable.removeAll(needed.apply(removable.stream().map(locked::get).toList()));
        }
        remove(removable);
        return new Batch(removable.size(), positions.size() < AT_ONCE ? Optional.empty() : Optional.of(to.toString()));
    }

    private List<IndexPosition> next(IndexPosition from, Instant before) {
        return sql.list(
                "SELECT closed_at, unit, case_id FROM cases WHERE closed_at < ? AND " + IndexPosition.BEHIND
                        + " ORDER BY closed_at, unit, case_id FETCH FIRST " + AT_ONCE + " ROWS ONLY",
                IndexPosition::of,
                from.values(before));
    }

    /** The cases of a batch that have no recent event and no waiting row. */
    private Set<CaseRef> removable(IndexPosition from, IndexPosition to, Instant silentSince, Instant confirmedSince) {
        List<Object> values = new ArrayList<>(List.of(from.values(silentSince)));
        values.addAll(List.of(to.endedAt(), confirmedSince, silentSince));
        return new LinkedHashSet<>(sql.list(
                "SELECT closed_at, unit, case_id FROM cases WHERE closed_at < ? AND " + IndexPosition.BEHIND
                        + " AND closed_at <= ? AND (archive_confirmed_at IS NULL OR archive_confirmed_at < ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM events WHERE events.unit = cases.unit"
                        + " AND events.case_id = cases.case_id AND events.taken_in_at >= ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.unit = cases.unit"
                        + " AND ledger.case_id = cases.case_id"
                        + " AND ledger.state IN ('QUEUED', 'TEMPORARY_FAILURE', 'SENDING'))",
                row -> IndexPosition.of(row).ref(),
                values.toArray()));
    }

    private void remove(Set<CaseRef> refs) {
        if (!refs.isEmpty()) {
            List<Object[]> keys = refs.stream()
                    .map(ref -> new Object[] {ref.unit().value(), ref.id()})
                    .toList();
            sql.batch("DELETE FROM ledger WHERE unit = ? AND case_id = ?", keys);
            sql.batch("DELETE FROM events WHERE unit = ? AND case_id = ?", keys);
            sql.batch("DELETE FROM cases WHERE unit = ? AND case_id = ?", keys);
        }
    }

    /** Where a case stands in the index of ended ones. */
    private record IndexPosition(Instant endedAt, String unit, String id) {

        /** What comes after a position; the first condition is what an index understands. */
        static final String BEHIND = "closed_at >= ? AND (closed_at > ? OR unit > ? OR (unit = ? AND case_id > ?))";

        static IndexPosition of(ResultSet row) throws SQLException {
            return new IndexPosition(Sql.instant(row, "closed_at"), row.getString("unit"), row.getString("case_id"));
        }

        static IndexPosition of(String written) {
            String[] parts = written.split("\\|", 3);
            return new IndexPosition(Instant.parse(parts[0]), parts[1], parts[2]);
        }

        Object[] values(Instant before) {
            return new Object[] {before, endedAt, endedAt, unit, unit, id};
        }

        CaseRef ref() {
            return new CaseRef(new HsaId(unit), id);
        }

        @Override
        public String toString() {
            return endedAt + "|" + unit + "|" + id;
        }
    }
}

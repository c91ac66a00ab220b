package org.careunit.storage.internal.retention;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.internal.database.Sql;

/**
 * Removes final ledger rows that are about no case that we know, the oldest first. Rows of cases that are still kept
 * are passed over by the cursor: when the last row that was looked at reached its state.
 */
final class OldLedgerRows {

    private static final int AT_ONCE = 500;

    private static final String ENDED = Arrays.stream(MessageState.values())
            .filter(MessageState::ended)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private final Sql sql;

    OldLedgerRows(Sql sql) {
        this.sql = sql;
    }

    private record Row(UUID id, Instant changedAt, boolean removable) {}

    /** In the caller's transaction. */
    Batch remove(String after, Instant before) {
        Instant from = after.isEmpty() ? Instant.parse("0001-01-01T00:00:00Z") : Instant.parse(after);
        List<Row> rows = next(from, before);
        List<Object[]> removable = rows.stream()
                .filter(Row::removable)
                .map(row -> new Object[] {row.id()})
                .toList();
        if (!removable.isEmpty()) {
            sql.batch("DELETE FROM ledger WHERE id = ?", removable);
        }
        return new Batch(removable.size(), rows.size() < AT_ONCE ? Optional.empty() : next(from, rows, removable));
    }

    /** Rows of one instant may fill a batch: when all of them stay, the walk goes on behind that instant. */
    private static Optional<String> next(Instant from, List<Row> rows, List<Object[]> removed) {
        Instant last = rows.get(rows.size() - 1).changedAt();
        boolean stuck = last.equals(from) && removed.isEmpty();
        return Optional.of((stuck ? last.plusNanos(1000) : last).toString());
    }

    private List<Row> next(Instant from, Instant before) {
        return sql.list(
                "SELECT id, changed_at, CASE WHEN state IN (" + ENDED + ") AND NOT EXISTS (SELECT 1 FROM cases"
                        + " WHERE cases.unit = ledger.unit AND cases.case_id = ledger.case_id) THEN 1 ELSE 0 END"
                        + " AS removable FROM ledger WHERE changed_at >= ? AND changed_at < ?"
                        + " ORDER BY changed_at FETCH FIRST " + AT_ONCE + " ROWS ONLY",
                row -> new Row(
                        row.getObject("id", UUID.class), Sql.instant(row, "changed_at"), row.getInt("removable") == 1),
                from,
                before);
    }
}

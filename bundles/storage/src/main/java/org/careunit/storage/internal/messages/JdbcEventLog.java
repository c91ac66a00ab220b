package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.internal.database.CodePoints;
import org.careunit.storage.internal.database.KeyPairs;
import org.careunit.storage.internal.database.RowInsert;
import org.careunit.storage.internal.database.Sql;

public final class JdbcEventLog implements EventLog {

    private static final int AT_ONCE = 200;
    private static final RowInsert ADD = RowInsert.into(
            "events",
            List.of("event_id"),
            "event_id text, type text, unit text, case_id text, sequence_number bigint, occurred_at timestamptz,"
                    + " body text");

    private final Sql sql;

    public JdbcEventLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> add(List<StoredEvent> events) {
        // In the order of their ids, so that two batches with the same ids never wait for each other.
        List<StoredEvent> ordered = events.stream()
                .sorted(Comparator.comparing(StoredEvent::id, CodePoints.ORDER))
                .toList();
        int[] added = sql.insert(ADD, ordered.stream().map(JdbcEventLog::values).toList());
        Set<String> fresh = new HashSet<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 1) {
                fresh.add(ordered.get(i).id());
            }
        }
        return fresh;
    }

    @Override
    public Optional<StoredEvent> find(String id) {
        return sql.first("SELECT * FROM events WHERE event_id = ?", JdbcEventLog::event, id);
    }

    @Override
    public List<StoredEvent> find(Collection<String> ids) {
        List<String> ordered = ids.stream().distinct().sorted().toList();
        List<StoredEvent> found = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            List<String> some = ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE));
            found.addAll(sql.list(
                    "SELECT * FROM events WHERE event_id IN (?" + ", ?".repeat(some.size() - 1) + ")",
                    JdbcEventLog::event,
                    some.toArray()));
        }
        return found;
    }

    @Override
    public List<StoredEvent> ofCases(Collection<CaseRef> subjects) {
        return KeyPairs.list(
                sql,
                "SELECT * FROM events WHERE (unit, case_id) IN " + KeyPairs.MARK,
                JdbcEventLog::event,
                Set.copyOf(subjects),
                subject -> List.of(subject.unit().value(), subject.id()));
    }

    private static Object[] values(StoredEvent event) {
        return new Object[] {
            event.id(),
            event.type(),
            event.subject().map(subject -> subject.unit().value()),
            event.subject().map(CaseRef::id),
            event.sequence(),
            event.occurredAt(),
            event.json()
        };
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("event_id"),
                row.getString("type"),
                subject(row),
                Sql.optionalLong(row, "sequence_number"),
                Sql.instant(row, "occurred_at"),
                row.getString("body"));
    }

    private static Optional<CaseRef> subject(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return unit == null ? Optional.empty() : Optional.of(new CaseRef(new HsaId(unit), row.getString("case_id")));
    }
}

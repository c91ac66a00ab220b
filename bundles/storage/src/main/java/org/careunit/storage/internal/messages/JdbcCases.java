package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Cases;
import org.careunit.storage.EventPosition;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.StoredProgress;
import org.careunit.storage.internal.database.CodePoints;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.KeyPairs;
import org.careunit.storage.internal.database.RowInsert;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.database.StoredText;

/** Stores cases in the database. */
public final class JdbcCases implements Cases {

    /** By code point, as PostgreSQL's collation C: rows are inserted and locked in one order in both stores. */
    private static final Comparator<CaseRef> ORDER = Comparator.comparing(
                    (CaseRef ref) -> ref.unit().value(), CodePoints.ORDER)
            .thenComparing(CaseRef::id, CodePoints.ORDER);

    private static final int AT_ONCE = 100;
    private static final RowInsert ADD = RowInsert.into(
            "cases",
            List.of("unit", "case_id"),
            "phase text, case_type text, received_at timestamptz, handler text, staff_due timestamptz,"
                    + " resident_due timestamptz, closed_at timestamptz, last_sequence bigint,"
                    + " last_occurred_at timestamptz, last_event_id text, round bigint,"
                    + " round_started_at timestamptz, rests text, first_reply_at timestamptz,"
                    + " answered_at timestamptz, resident_done boolean, reminded text, unanswered_replies text,"
                    + " running boolean, unit text, case_id text");

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final boolean embedded;

    public JdbcCases(JdbcTransactions transactions, Sql sql, boolean embedded) {
        this.transactions = transactions;
        this.sql = sql;
        this.embedded = embedded;
    }

    @Override
    public Map<CaseRef, StoredCase> lock(Collection<CaseRef> refs) {
        transactions.mustBeOpen();
        List<CaseRef> ordered = refs.stream().distinct().sorted(ORDER).toList();
        Map<CaseRef, StoredCase> found = new LinkedHashMap<>();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            lockSome(ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE)))
                    .forEach(stored -> found.put(stored.ref(), stored));
        }
        return found;
    }

    private List<StoredCase> lockSome(List<CaseRef> refs) {
        if (embedded) {
            // H2 locks rows in the order in which it finds them, so each is asked for by itself.
            return refs.stream()
                    .flatMap(ref -> lockSome("unit = ? AND case_id = ?", "", List.of(ref)).stream())
                    .toList();
        }
        String pairs = "(?, ?)" + ", (?, ?)".repeat(refs.size() - 1);
        return lockSome(
                "(unit, case_id) IN (" + pairs + ")", " ORDER BY unit COLLATE \"C\", case_id COLLATE \"C\"", refs);
    }

    private List<StoredCase> lockSome(String which, String order, List<CaseRef> refs) {
        Object[] values = refs.stream()
                .flatMap(ref -> Stream.of(ref.unit().value(), ref.id()))
                .toArray();
        return sql.list("SELECT * FROM cases WHERE " + which + order + " FOR UPDATE", JdbcCases::stored, values);
    }

    @Override
    public Set<CaseRef> add(Collection<StoredCase> cases) {
        List<StoredCase> ordered = inOrder(cases);
        int[] added = sql.insert(ADD, ordered.stream().map(JdbcCases::values).toList());
        Set<CaseRef> known = new HashSet<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                known.add(ordered.get(i).ref());
            }
        }
        return known;
    }

    @Override
    public Optional<StoredCase> find(CaseRef ref) {
        return sql.first(
                "SELECT * FROM cases WHERE unit = ? AND case_id = ?",
                JdbcCases::stored,
                ref.unit().value(),
                ref.id());
    }

    @Override
    public void update(Collection<StoredCase> cases) {
        sql.batch(
                "UPDATE cases SET phase = ?, case_type = ?, received_at = ?, handler = ?, staff_due = ?,"
                        + " resident_due = ?, closed_at = ?, last_sequence = ?, last_occurred_at = ?,"
                        + " last_event_id = ?,"
                        + " round = ?, round_started_at = ?, rests = ?, first_reply_at = ?, answered_at = ?,"
                        + " resident_done = ?, reminded = ?, unanswered_replies = ?, running = ?"
                        + " WHERE unit = ? AND case_id = ?",
                inOrder(cases).stream().map(JdbcCases::values).toList());
    }

    @Override
    public long unhandled(HsaId unit) {
        return sql.first(
                        "SELECT COUNT(*) FROM cases WHERE unit = ? AND phase IN ('OPEN', 'WAITING')",
                        row -> row.getLong(1),
                        unit.value())
                .orElseThrow();
    }

    @Override
    public Map<CaseTypeKey, Long> received(HsaId unit, Instant from, Instant until) {
        Map<CaseTypeKey, Long> counts = new LinkedHashMap<>();
        sql.list(
                "SELECT case_type, COUNT(*) FROM cases WHERE unit = ? AND received_at >= ? AND received_at < ?"
                        + " GROUP BY case_type",
                row -> {
                    long count = row.getLong(2);
                    caseType(row).ifPresent(type -> counts.put(type, count));
                    return count;
                },
                unit.value(),
                from,
                until);
        return counts;
    }

    private static Optional<CaseTypeKey> caseType(ResultSet row) throws SQLException {
        return StoredText.read("cases.case_type", row.getString("case_type"), CaseTypeKey::new);
    }

    @Override
    public boolean hasReceived(HsaId unit, CaseTypeKey caseType) {
        return sql.first(
                        "SELECT 1 FROM cases WHERE unit = ? AND case_type = ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getInt(1),
                        unit.value(),
                        caseType.value())
                .isPresent();
    }

    @Override
    public List<StoredCase> openOf(HsaId unit, int limit) {
        return sql.list(
                "SELECT * FROM cases WHERE unit = ? AND phase NOT IN ('WITHDRAWN', 'CLOSED')"
                        + " ORDER BY received_at, case_id FETCH FIRST " + limit + " ROWS ONLY",
                JdbcCases::stored,
                unit.value());
    }

    @Override
    public int archiveConfirmed(Collection<CaseRef> refs, Instant at) {
        List<Object[]> rows = refs.stream()
                .distinct()
                .sorted(ORDER)
                .map(ref -> new Object[] {at, ref.unit().value(), ref.id()})
                .toList();
        return rows.isEmpty()
                ? 0
                : IntStream.of(sql.batch(
                                "UPDATE cases SET archive_confirmed_at = ? WHERE unit = ? AND case_id = ?", rows))
                        .sum();
    }

    @Override
    public Set<CaseRef> notArchived(Collection<CaseRef> refs) {
        Set<CaseRef> missing = new LinkedHashSet<>(refs);
        KeyPairs.list(
                        sql,
                        "SELECT unit, case_id FROM cases WHERE (unit, case_id) IN " + KeyPairs.MARK
                                + " AND archive_confirmed_at >= closed_at",
                        row -> new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                        refs,
                        ref -> List.of(ref.unit().value(), ref.id()))
                .forEach(missing::remove);
        return missing;
    }

    private static List<StoredCase> inOrder(Collection<StoredCase> cases) {
        List<StoredCase> ordered = new ArrayList<>(cases);
        ordered.sort(Comparator.comparing(StoredCase::ref, ORDER));
        return ordered;
    }

    private static Object[] values(StoredCase stored) {
        Optional<EventPosition> last = stored.last();
        StoredProgress progress = stored.progress();
        return new Object[] {
            stored.phase(),
            stored.caseType().map(CaseTypeKey::value),
            stored.receivedAt(),
            stored.handler().map(StaffId::value),
            stored.staffDue(),
            stored.residentDue(),
            stored.closedAt(),
            last.map(EventPosition::sequence),
            last.map(EventPosition::occurredAt),
            last.map(EventPosition::id),
            progress.round(),
            progress.startedAt(),
            StoredRounds.rests(progress),
            progress.firstReplyAt(),
            progress.answeredAt(),
            progress.residentDone(),
            StoredRounds.reminded(progress),
            StoredRounds.unansweredReplies(progress),
            progress.running(),
            stored.ref().unit().value(),
            stored.ref().id()
        };
    }

    public static StoredCase stored(ResultSet row) throws SQLException {
        return new StoredCase(
                new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                Phase.valueOf(row.getString("phase")),
                caseType(row),
                Sql.optionalInstant(row, "received_at"),
                StoredText.read("cases.handler", row.getString("handler"), StaffId::new),
                Sql.optionalInstant(row, "staff_due"),
                Sql.optionalInstant(row, "resident_due"),
                Sql.optionalInstant(row, "closed_at"),
                last(row),
                StoredRounds.progress(row));
    }

    private static Optional<EventPosition> last(ResultSet row) throws SQLException {
        String id = row.getString("last_event_id");
        return id == null
                ? Optional.empty()
                : Optional.of(new EventPosition(
                        Sql.optionalLong(row, "last_sequence"), Sql.instant(row, "last_occurred_at"), id));
    }
}

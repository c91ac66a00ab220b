package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.secrets.HmacPseudonyms;

public final class SealedAuditTrail implements AuditTrail {

    private static final String TRAIL = " WHERE trail_level = ? AND trail_id = ?";

    /** No row is older or younger than these, and no database can be asked for much more. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** How the label of a resident begins; what follows is the pseudonym that the host gives. */
    private static final String RESIDENT = "resident:";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final Pseudonyms pseudonyms;
    private final AuditHeads heads;
    private final AuditSeals seals;

    public SealedAuditTrail(JdbcTransactions transactions, Sql sql, Clock clock, HmacPseudonyms secrets) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.pseudonyms = secrets;
        this.seals = new AuditSeals(secrets);
        this.heads = new AuditHeads(sql, seals);
    }

    @Override
    public void append(Scope trail, Row row) {
        append(trail, row, clock.instant());
    }

    /** As above, for something that was done earlier. */
    public void append(Scope trail, Row row, Instant at) {
        Optional<String> acting = actingResident(row.actor()).map(this::keyed);
        String actor = acting.map(RESIDENT::concat).orElse(row.actor());
        Optional<String> resident = row.resident().map(this::keyed).or(() -> acting);
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(trail, 0, actor, row.action(), row.text(), resident, stored);
        transactions.run(() -> transactions.beforeCommit(trail.level() + " " + trail.id(), entry, this::insert));
    }

    private static Optional<String> actingResident(String actor) {
        return actor.startsWith(RESIDENT) ? Optional.of(actor.substring(RESIDENT.length())) : Optional.empty();
    }

    private String keyed(String pseudonym) {
        return pseudonyms.of(Purpose.RESIDENT, pseudonym);
    }

    /** Adds the rows that a transaction leaves in a trail: the chain grows by all of them in one step. */
    private void insert(List<Entry> rows) {
        SealedHead head = heads.lock(rows.get(0).trail());
        boolean genuine = seals.isGenuine(head);
        int key = seals.current();
        List<Object[]> sealed = new ArrayList<>();
        SealedHead end = head;
        for (Entry row : rows) {
            Entry next = numbered(row, end.number() + 1);
            String seal = seals.of(next, end.seal(), key);
            sealed.add(values(next, key, seal));
            end = end.at(next.number(), seal);
        }
        sql.batch(
                "INSERT INTO audit_rows (trail_level, trail_id, number, actor, action, text, resident, at, key_number,"
                        + " seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sealed);
        heads.replace(end.signed(seals, genuine));
    }

    private static Entry numbered(Entry row, long number) {
        return new Entry(row.trail(), number, row.actor(), row.action(), row.text(), row.resident(), row.at());
    }

    private static Object[] values(Entry row, int key, String seal) {
        return new Object[] {
            row.trail().level(),
            row.trail().id(),
            row.number(),
            row.actor(),
            row.action(),
            row.text(),
            row.resident(),
            row.at(),
            key,
            seal
        };
    }

    @Override
    public List<Entry> newest(Scope trail, int limit) {
        return sql.list(
                "SELECT * FROM audit_rows" + TRAIL + " ORDER BY number DESC FETCH FIRST " + limit + " ROWS ONLY",
                SealedAuditTrail::entry,
                trail.level(),
                trail.id());
    }

    @Override
    public List<Entry> between(Scope trail, Instant from, Instant until, long before, int limit) {
        return sql.list(
                "SELECT * FROM audit_rows" + TRAIL + " AND at >= ? AND at < ? AND number < ? ORDER BY number DESC"
                        + " FETCH FIRST " + limit + " ROWS ONLY",
                SealedAuditTrail::entry,
                trail.level(),
                trail.id(),
                within(from),
                within(until),
                before);
    }

    @Override
    public List<Entry> ofActions(Scope trail, String beginning) {
        return sql.list(
                "SELECT * FROM audit_rows" + TRAIL + " AND action LIKE ? ORDER BY number DESC",
                SealedAuditTrail::entry,
                trail.level(),
                trail.id(),
                beginning + "%");
    }

    private static Instant within(Instant asked) {
        return asked.isBefore(EARLIEST) ? EARLIEST : asked.isAfter(LATEST) ? LATEST : asked;
    }

    @Override
    public List<Entry> ofResident(Optional<Scope> trail, String pseudonym) {
        List<String> hashes = pseudonyms.all(Purpose.RESIDENT, pseudonym);
        List<Object> values = new ArrayList<>(hashes);
        trail.ifPresent(one -> Collections.addAll(values, one.level(), one.id()));
        return sql.list(
                "SELECT * FROM audit_rows WHERE resident IN ("
                        + String.join(", ", Collections.nCopies(hashes.size(), "?")) + ")"
                        + (trail.isPresent() ? " AND trail_level = ? AND trail_id = ?" : "")
                        + " ORDER BY at, trail_level, trail_id, number",
                SealedAuditTrail::entry,
                values.toArray());
    }

    /** A trail that is pruned meanwhile looks broken, so what does is looked at again while nobody else may write. */
    @Override
    public Verdict verify(Scope trail, Optional<Head> known) {
        AuditCheck check = new AuditCheck(sql, seals);
        Verdict verdict = check.of(trail, heads.find(trail), known);
        return verdict instanceof Verdict.Intact
                ? verdict
                : transactions.call(() -> check.of(trail, heads.findLocked(trail), known));
    }

    @Override
    public List<Scope> trails() {
        return sql.list(
                "SELECT trail_level, trail_id FROM audit_heads"
                        + " UNION SELECT trail_level, trail_id FROM audit_rows WHERE trail_level <> 'UNIT'"
                        + " UNION SELECT 'UNIT', unit FROM units ORDER BY 1, 2",
                SealedAuditTrail::trail);
    }

    @Override
    public List<Head> takeChangedHeads() {
        return transactions.call(heads::takeChanged);
    }

    @Override
    public int prune(Instant before) {
        int removed = 0;
        for (Scope trail : heads.withRowsBefore(before)) {
            removed += transactions.call(() -> prune(trail, before));
        }
        return removed;
    }

    private int prune(Scope trail, Instant before) {
        SealedHead head = heads.lock(trail);
        Optional<Head> last = sql.first(
                "SELECT number, seal FROM audit_rows" + TRAIL + " AND number < (SELECT COALESCE(MIN(number), "
                        + Long.MAX_VALUE + ") FROM audit_rows" + TRAIL + " AND at >= ?)"
                        + " ORDER BY number DESC FETCH FIRST 1 ROWS ONLY",
                row -> new Head(trail, row.getLong("number"), row.getString("seal")),
                trail.level(),
                trail.id(),
                trail.level(),
                trail.id(),
                before);
        return last.map(cut -> {
                    heads.replace(head.prunedTo(cut.number(), cut.seal()).signed(seals, seals.isGenuine(head)));
                    return sql.update(
                            "DELETE FROM audit_rows" + TRAIL + " AND number <= ?",
                            trail.level(),
                            trail.id(),
                            cut.number());
                })
                .orElse(0);
    }

    private static Scope trail(ResultSet row) throws SQLException {
        return new Scope(Scope.Level.valueOf(row.getString("trail_level")), row.getString("trail_id"));
    }

    public static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                trail(row),
                row.getLong("number"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("text"),
                Optional.ofNullable(row.getString("resident")),
                Sql.instant(row, "at"));
    }
}

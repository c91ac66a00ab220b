package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Entry;
import org.careunit.storage.internal.database.Sql;

/** Reads rows of the audit trails. */
final class AuditRows {

    /** The condition on rows of one trail; values: level and id. */
    static final String OF_TRAIL = " WHERE trail_level = ? AND trail_id = ?";

    /** Bounds of the time of a row; databases do not support much wider ranges. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Sql sql;
    private final Pseudonyms pseudonyms;

    AuditRows(Sql sql, Pseudonyms pseudonyms) {
        this.sql = sql;
        this.pseudonyms = pseudonyms;
    }

    List<Entry> newest(Scope trail, int limit) {
        return sql.list(
                "SELECT * FROM audit_rows" + OF_TRAIL + " ORDER BY number DESC FETCH FIRST " + limit + " ROWS ONLY",
                AuditRows::entry,
                trail.level(),
                trail.id());
    }

    List<Entry> between(Scope trail, Instant from, Instant until, long before, int limit) {
        return sql.list(
                "SELECT * FROM audit_rows" + OF_TRAIL + " AND at >= ? AND at < ? AND number < ? ORDER BY number DESC"
                        + " FETCH FIRST " + limit + " ROWS ONLY",
                AuditRows::entry,
                trail.level(),
                trail.id(),
                within(from),
                within(until),
                before);
    }

    List<Entry> ofActions(Scope trail, String beginning) {
        return sql.list(
                "SELECT * FROM audit_rows" + OF_TRAIL + " AND action LIKE ? ORDER BY number DESC",
                AuditRows::entry,
                trail.level(),
                trail.id(),
                beginning + "%");
    }

    private static Instant within(Instant asked) {
        return asked.isBefore(EARLIEST) ? EARLIEST : asked.isAfter(LATEST) ? LATEST : asked;
    }

    List<Entry> ofResident(Optional<Scope> trail, ResidentPseudonym resident) {
        List<String> hashes = pseudonyms.all(Purpose.RESIDENT, resident.value());
        List<Object> values = new ArrayList<>(hashes);
        trail.ifPresent(one -> Collections.addAll(values, one.level(), one.id()));
        return sql.list(
                "SELECT * FROM audit_rows WHERE resident IN ("
                        + String.join(", ", Collections.nCopies(hashes.size(), "?")) + ")"
                        + (trail.isPresent() ? " AND trail_level = ? AND trail_id = ?" : "")
                        + " ORDER BY at, trail_level, trail_id, number",
                AuditRows::entry,
                values.toArray());
    }

    /** The trails that have an end or rows, and those of all registered units. */
    List<Scope> trails() {
        return sql.list(
                "SELECT trail_level, trail_id FROM audit_heads"
                        + " UNION SELECT trail_level, trail_id FROM audit_rows WHERE trail_level <> 'UNIT'"
                        + " UNION SELECT 'UNIT', unit FROM units ORDER BY 1, 2",
                AuditRows::trail);
    }

    private static Scope trail(ResultSet row) throws SQLException {
        return new Scope(Scope.Level.valueOf(row.getString("trail_level")), row.getString("trail_id"));
    }

    static Entry entry(ResultSet row) throws SQLException {
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

package org.careunit.storage.internal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.internal.database.Sql;

/** Stores the signed ends of the trails. */
public final class AuditHeads {

    private static final String ONE = "SELECT * FROM audit_heads WHERE trail_level = ? AND trail_id = ?";

    private final Sql sql;
    private final AuditSeals seals;

    public AuditHeads(Sql sql, AuditSeals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    public Optional<SealedHead> find(Scope trail) {
        return sql.first(ONE, SealedHead::read, trail.level(), trail.id());
    }

    public Optional<SealedHead> findLocked(Scope trail) {
        return sql.first(ONE + " FOR UPDATE", SealedHead::read, trail.level(), trail.id());
    }

    /**
     * Locks the end of a trail until the transaction ends. A trail gets one when it begins ({@link AuditAnchors}). If
     * it is missing, it was deleted; the trail continues, but is never verified as intact again.
     */
    SealedHead lock(Scope trail) {
        return findLocked(trail).orElseGet(() -> {
            create(trail, false);
            return findLocked(trail).orElseThrow();
        });
    }

    /**
     * Creates the end of a trail, unless it has one.
     *
     * @param begins whether the trail begins here; rows that stand without an end say otherwise
     * @return whether it was made
     */
    boolean create(Scope trail, boolean begins) {
        SealedHead first = new SealedHead(trail, 0, AuditSeals.NOTHING, 0, AuditSeals.NOTHING, 0, 0, "");
        Optional<SealedHead> orphans = sql.first(
                "SELECT number, seal FROM audit_rows WHERE trail_level = ? AND trail_id = ?"
                        + " ORDER BY number DESC FETCH FIRST 1 ROWS ONLY",
                row -> first.at(row.getLong("number"), row.getString("seal")),
                trail.level(),
                trail.id());
        SealedHead head = orphans.orElse(first).signed(seals, begins && orphans.isEmpty());
        int made = sql.update(
                "INSERT INTO audit_heads (trail_level, trail_id, number, seal, pruned, pruned_seal, key_number,"
                        + " signature, logged) VALUES (?, ?, ?, ?, 0, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                trail.level(),
                trail.id(),
                head.number(),
                head.seal(),
                AuditSeals.NOTHING,
                head.key(),
                head.signature());
        return made == 1;
    }

    public void replace(SealedHead head) {
        sql.update(
                "UPDATE audit_heads SET number = ?, seal = ?, pruned = ?, pruned_seal = ?, logged = ?,"
                        + " key_number = ?, signature = ? WHERE trail_level = ? AND trail_id = ?",
                head.number(),
                head.seal(),
                head.pruned(),
                head.prunedSeal(),
                head.logged(),
                head.key(),
                head.signature(),
                head.trail().level(),
                head.trail().id());
    }

    /** The ends that differ from those logged last; they are marked as logged once the transaction is committed. */
    public List<Head> takeChanged() {
        List<SealedHead> changed = sql.list(
                "SELECT * FROM audit_heads WHERE logged <> number ORDER BY trail_level, trail_id FOR UPDATE",
                SealedHead::read);
        changed.forEach(head -> replace(head.givenToLog().signed(seals, seals.isGenuine(head))));
        return changed.stream().map(SealedHead::plain).toList();
    }

    /** Of all trails. */
    List<Scope> all() {
        return sql.list(
                "SELECT trail_level, trail_id FROM audit_heads ORDER BY trail_level, trail_id",
                row -> new Scope(Scope.Level.valueOf(row.getString(1)), row.getString(2)));
    }

    public List<Scope> withRowsBefore(Instant before) {
        return sql.list(
                "SELECT DISTINCT trail_level, trail_id FROM audit_rows WHERE at < ? ORDER BY trail_level, trail_id",
                row -> new Scope(Scope.Level.valueOf(row.getString(1)), row.getString(2)),
                before);
    }
}

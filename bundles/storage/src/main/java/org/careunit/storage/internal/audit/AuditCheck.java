package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Entry;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.audit.AuditTrail.Verification;
import org.careunit.storage.audit.AuditTrail.Verification.Broken;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.internal.database.Sql;

/** Verifies the chain of a trail from its first row to its end, in pages of bounded memory. */
public final class AuditCheck {

    private static final int PAGE = 1_000;

    private final Sql sql;
    private final AuditSeals seals;
    private final AuditAnchors anchors;

    AuditCheck(Sql sql, AuditSeals seals, AuditAnchors anchors) {
        this.sql = sql;
        this.seals = seals;
        this.anchors = anchors;
    }

    public Verification of(Scope trail, Optional<SealedHead> stored, Optional<Head> known) {
        if (stored.isEmpty()) {
            return withoutHead(trail, known);
        }
        SealedHead head = stored.get();
        if (!seals.isGenuine(head)) {
            return new Broken(head.number(), "the end of the trail was changed");
        }
        if (known.isPresent() && known.get().number() > head.number()) {
            return new Broken(
                    head.number() + 1,
                    "rows were cut off: the trail ended at row " + known.get().number() + " before, now at "
                            + head.number());
        }
        if (!trail.equals(Scope.PLATFORM) && !anchors.hasBegun(trail)) {
            return new Broken(1, "the platform's trail does not say that this trail has begun");
        }
        return new ChainWalk(head, known).verification();
    }

    /** Checks for rows beside the chain; called while the end is locked, since rows are added behind it. */
    Optional<Broken> beside(SealedHead head) {
        return sql.first(
                        "SELECT number FROM audit_rows WHERE trail_level = ? AND trail_id = ? AND"
                                + " (number > ? OR number <= ?)"
                                + " ORDER BY number FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong(1),
                        head.trail().level(),
                        head.trail().id(),
                        head.number(),
                        head.pruned())
                .map(number -> new Broken(number, "the row was added beside the trail"))
                .or(() -> unsealed(head.trail()));
    }

    /** The table of before trails were sealed is emptied once, when the platform's trail begins. */
    private Optional<Broken> unsealed(Scope trail) {
        return sql.first(
                        "SELECT number FROM audit WHERE unit = ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong(1),
                        trail.id())
                .map(number -> new Broken(number, "a row was added to the table of before trails were sealed"));
    }

    /**
     * Finds the first rows of a trail that are older than an instant and unchanged, at most a page.
     *
     * @param end the last that is looked at
     * @return where they end; empty if there are none
     */
    Optional<Head> oldest(SealedHead head, Instant before, long end) {
        ChainWalk walk = new ChainWalk(head, Optional.empty());
        for (Sealed row : page(head.trail(), head.pruned(), end)) {
            if (!row.entry().at().isBefore(before) || walk.step(row).isPresent()) {
                break;
            }
        }
        return walk.number == head.pruned()
                ? Optional.empty()
                : Optional.of(new Head(head.trail(), walk.number, walk.seal));
    }

    private Verification withoutHead(Scope trail, Optional<Head> known) {
        List<Sealed> rows = page(trail, 0, Long.MAX_VALUE);
        if (!rows.isEmpty()) {
            return new Broken(rows.get(0).entry().number(), "the end of the trail was removed");
        }
        boolean wasThere = trail.equals(Scope.PLATFORM)
                || known.filter(head -> head.number() > 0).isPresent()
                || anchors.hasBegun(trail)
                || isRegisteredUnit(trail);
        return wasThere
                ? new Broken(1, "the whole trail was removed")
                : new Intact(0, new Head(trail, 0, AuditSeals.NOTHING), 1);
    }

    private boolean isRegisteredUnit(Scope trail) {
        return trail.level() == Scope.Level.UNIT
                && sql.first("SELECT unit FROM units WHERE unit = ?", row -> row.getString(1), trail.id())
                        .isPresent();
    }

    private List<Sealed> page(Scope trail, long after, long last) {
        return sql.list(
                "SELECT * FROM audit_rows WHERE trail_level = ? AND trail_id = ? AND number > ? AND number <= ?"
                        + " ORDER BY number FETCH FIRST " + PAGE + " ROWS ONLY",
                AuditCheck::sealed,
                trail.level(),
                trail.id(),
                after,
                last);
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(AuditRows.entry(row), row.getInt("key_number"), row.getString("seal"));
    }

    private record Sealed(Entry entry, int key, String seal) {}

    /** State of one verification: the current row and the seal before it. */
    private final class ChainWalk {

        private final SealedHead head;
        private final Optional<Head> known;
        private long number;
        private String seal;

        private ChainWalk(SealedHead head, Optional<Head> known) {
            this.head = head;
            this.known = known;
            this.number = head.pruned();
            this.seal = head.prunedSeal();
        }

        private Verification verification() {
            Optional<Broken> broken = differsFromKnown();
            while (broken.isEmpty() && number < head.number()) {
                List<Sealed> rows = page(head.trail(), number, head.number());
                if (rows.isEmpty()) {
                    return new Broken(number + 1, "rows " + (number + 1) + " to " + head.number() + " were removed");
                }
                broken = along(rows);
            }
            return broken.<Verification>map(found -> found).orElseGet(this::end);
        }

        private Optional<Broken> along(List<Sealed> rows) {
            for (Sealed row : rows) {
                Optional<Broken> broken = step(row).or(this::differsFromKnown);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }

        private Optional<Broken> step(Sealed row) {
            if (row.entry().number() != number + 1) {
                return Optional.of(new Broken(number + 1, "the row was removed"));
            }
            if (!AuditSeals.same(seals.of(row.entry(), seal, row.key()), row.seal())) {
                return Optional.of(new Broken(number + 1, "the row was changed"));
            }
            number++;
            seal = row.seal();
            return Optional.empty();
        }

        private Optional<Broken> differsFromKnown() {
            return known.filter(noted -> noted.number() == number && !AuditSeals.same(noted.seal(), seal))
                    .map(noted -> new Broken(number, "the trail up to here is another than the one that was noted"));
        }

        private Verification end() {
            return AuditSeals.same(seal, head.seal())
                    ? new Intact(number - head.pruned(), head.plain(), head.pruned() + 1)
                    : new Broken(number, "the row is not the one that the trail ended with");
        }
    }
}

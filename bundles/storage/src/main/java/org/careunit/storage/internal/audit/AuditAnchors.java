package org.careunit.storage.internal.audit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.storage.Scope;
import org.careunit.storage.internal.database.Sql;

/**
 * Records which trails exist: the platform's trail has a sealed row for each, so that a trail that was deleted as a
 * whole is missed, and a restarted one is not taken for the original. The start of the platform's own trail is recorded
 * in the file with the secrets.
 */
final class AuditAnchors {

    /** The action of such a row; its text is the trail's {@link #name}. */
    static final String BEGIN = "audit.begin";

    private static final String BEGUN = " FROM audit_rows WHERE trail_level = 'PLATFORM' AND action = '" + BEGIN + "'";

    private final Sql sql;

    /**
     * Trails that have an end, as far as this node has seen; one that is deleted later is missed when its end is
     * locked.
     */
    private final Set<Scope> known = ConcurrentHashMap.newKeySet();

    AuditAnchors(Sql sql) {
        this.sql = sql;
    }

    boolean isKnown(Scope trail) {
        return known.contains(trail);
    }

    void markKnown(Scope trail) {
        known.add(trail);
    }

    /** Whether the platform's trail says that this one has begun. */
    boolean hasBegun(Scope trail) {
        return sql.first(
                        "SELECT 1" + BEGUN + " AND text = ? FETCH FIRST 1 ROWS ONLY", row -> row.getInt(1), name(trail))
                .isPresent();
    }

    /** All trails that the platform's trail records. */
    List<Scope> trails() {
        return sql.list("SELECT text" + BEGUN + " ORDER BY number", row -> trail(row.getString(1)));
    }

    /** As above, of the rows up to a number. */
    List<Scope> trails(long last) {
        return sql.list(
                "SELECT text" + BEGUN + " AND number <= ? ORDER BY number", row -> trail(row.getString(1)), last);
    }

    static String name(Scope trail) {
        return trail.level() + " " + trail.id();
    }

    private static Scope trail(String name) {
        int blank = name.indexOf(' ');
        return new Scope(Scope.Level.valueOf(name.substring(0, blank)), name.substring(blank + 1));
    }
}

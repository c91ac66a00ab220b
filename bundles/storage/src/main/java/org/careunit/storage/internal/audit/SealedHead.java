package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Head;

/**
 * The end of a trail as it is stored.
 *
 * @param pruned the number of the last row that was pruned, 0 for none
 * @param prunedSeal what the first row that is left follows
 * @param logged the number of the row that the log was last given as the end
 * @param key the number of the secret that signed this
 */
public record SealedHead(
        Scope trail, long number, String seal, long pruned, String prunedSeal, long logged, int key, String signature) {

    /** A signature that is never valid: for a head that was found forged, so that later rows do not repair it. */
    private static final String FORGED = "forged";

    public static SealedHead read(ResultSet row) throws SQLException {
        return new SealedHead(
                new Scope(Scope.Level.valueOf(row.getString("trail_level")), row.getString("trail_id")),
                row.getLong("number"),
                row.getString("seal"),
                row.getLong("pruned"),
                row.getString("pruned_seal"),
                row.getLong("logged"),
                row.getInt("key_number"),
                row.getString("signature"));
    }

    public Head plain() {
        return new Head(trail, number, seal);
    }

    public SealedHead at(long newNumber, String newSeal) {
        return new SealedHead(trail, newNumber, newSeal, pruned, prunedSeal, logged, key, signature);
    }

    public SealedHead prunedTo(long newPruned, String newSeal) {
        return new SealedHead(trail, number, seal, newPruned, newSeal, logged, key, signature);
    }

    /** With its end marked as logged. */
    SealedHead givenToLog() {
        return new SealedHead(trail, number, seal, pruned, prunedSeal, number, key, signature);
    }

    /** Signed, unless what it follows was forged. */
    public SealedHead signed(AuditSeals seals, boolean genuine) {
        SealedHead unsigned = new SealedHead(trail, number, seal, pruned, prunedSeal, logged, seals.current(), FORGED);
        return genuine
                ? new SealedHead(trail, number, seal, pruned, prunedSeal, logged, unsigned.key(), seals.of(unsigned))
                : unsigned;
    }
}

package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the rows that an earlier version wrote unsealed to the end of their trails, some at a time, each once. */
public final class OldAuditRows {

    private static final Logger LOG = LoggerFactory.getLogger(OldAuditRows.class);
    private static final int AT_ONCE = 500;

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final SealedAuditTrail audit;

    public OldAuditRows(JdbcTransactions transactions, Sql sql, SealedAuditTrail audit) {
        this.transactions = transactions;
        this.sql = sql;
        this.audit = audit;
    }

    /** May be cut off anywhere; the next start goes on. */
    public void chain() {
        int moved = 0;
        int some;
        do {
            some = transactions.call(this::some);
            moved += some;
        } while (some > 0);
        if (moved > 0) {
            LOG.info(
                    "{} rows of the audit trail were written before it was sealed; they are sealed as they stood",
                    moved);
        }
    }

    private int some() {
        List<Old> rows = sql.list(
                "SELECT * FROM audit ORDER BY number FETCH FIRST " + AT_ONCE + " ROWS ONLY FOR UPDATE",
                OldAuditRows::old);
        for (Old old : rows) {
            audit.append(old.trail(), old.row(), old.at());
            sql.update("DELETE FROM audit WHERE number = ?", old.number());
        }
        return rows.size();
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(
                row.getLong("number"),
                Scope.unit(new HsaId(row.getString("unit"))),
                new Row(row.getString("actor"), row.getString("action"), row.getString("text"), Optional.empty()),
                Sql.instant(row, "at"));
    }

    private record Old(long number, Scope trail, Row row, Instant at) {}
}

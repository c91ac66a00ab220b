package org.careunit.storage.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.internal.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the rows that an earlier version wrote unsealed to the end of their trails, once. */
final class OldAuditRows {

    private static final Logger LOG = LoggerFactory.getLogger(OldAuditRows.class);

    private final Sql sql;
    private final SealedAuditTrail audit;

    OldAuditRows(Sql sql, SealedAuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** In the transaction in which the platform's trail begins. */
    void takeIn() {
        List<UnsealedRow> rows = sql.list("SELECT * FROM audit ORDER BY number FOR UPDATE", OldAuditRows::old);
        rows.forEach(old -> audit.append(old.trail(), old.row(), old.at()));
        if (!rows.isEmpty()) {
            sql.update("DELETE FROM audit");
            LOG.info(
                    "{} rows of the audit trail were written before it was sealed; they are sealed as they stood",
                    rows.size());
        }
    }

    private static UnsealedRow old(ResultSet row) throws SQLException {
        return new UnsealedRow(
                Scope.unit(new HsaId(row.getString("unit"))),
                new Row(row.getString("actor"), row.getString("action"), row.getString("text"), Optional.empty()),
                Sql.instant(row, "at"));
    }

    private record UnsealedRow(Scope trail, Row row, Instant at) {}
}

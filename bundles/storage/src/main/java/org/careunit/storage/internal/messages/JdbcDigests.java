package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Digests;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;

public final class JdbcDigests implements Digests {

    private final JdbcTransactions transactions;
    private final Sql sql;

    public JdbcDigests(JdbcTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Digest lock(HsaId unit, String channel, String recipient) {
        transactions.mustBeOpen();
        Object[] key = {unit.value(), channel, recipient};
        sql.update("INSERT INTO digests (unit, channel, recipient) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key);
        return sql.first(
                        "SELECT * FROM digests WHERE unit = ? AND channel = ? AND recipient = ? FOR UPDATE",
                        JdbcDigests::digest,
                        key)
                .orElseThrow();
    }

    @Override
    public void save(Digest digest) {
        sql.update(
                "UPDATE digests SET window_ends = ?, gathering = ? WHERE unit = ? AND channel = ? AND recipient = ?",
                digest.windowEnds(),
                digest.gathering(),
                digest.unit().value(),
                digest.channel(),
                digest.recipient());
    }

    @Override
    public int forget(Instant endedBefore) {
        return sql.update("DELETE FROM digests WHERE gathering IS NULL AND window_ends < ?", endedBefore);
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                new HsaId(row.getString("unit")),
                row.getString("channel"),
                row.getString("recipient"),
                Sql.optionalInstant(row, "window_ends"),
                Optional.ofNullable(row.getObject("gathering", UUID.class)));
    }
}

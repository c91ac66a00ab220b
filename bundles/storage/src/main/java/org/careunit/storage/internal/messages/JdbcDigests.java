package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.Digests;

/** Stores digests in the database. */
public final class JdbcDigests implements Digests {

    private static final String OF_KEY = " WHERE unit = ? AND topic = ? AND channel = ? AND recipient = ?";

    private final JdbcTransactions transactions;
    private final Sql sql;

    public JdbcDigests(JdbcTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Digest lock(Key key) {
        transactions.mustBeOpen();
        return locked(key).orElseGet(() -> added(key));
    }

    private Optional<Digest> locked(Key key) {
        return sql.first("SELECT * FROM digest_windows" + OF_KEY + " FOR UPDATE", JdbcDigests::digest, values(key));
    }

    private Digest added(Key key) {
        sql.update(
                "INSERT INTO digest_windows (unit, topic, channel, recipient) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                values(key));
        return locked(key).orElseThrow();
    }

    @Override
    public void save(Digest digest) {
        Key key = digest.key();
        sql.update(
                "UPDATE digest_windows SET ends = ?, message_id = ?" + OF_KEY,
                digest.windowEnds(),
                digest.gathering(),
                key.unit().value(),
                key.topic(),
                key.channel(),
                key.recipient());
    }

    @Override
    public int removeEnded(Instant endedBefore) {
        return sql.update("DELETE FROM digest_windows WHERE ends < ?", endedBefore);
    }

    private static Object[] values(Key key) {
        return new Object[] {key.unit().value(), key.topic(), key.channel(), key.recipient()};
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                new Key(
                        new HsaId(row.getString("unit")),
                        Topic.valueOf(row.getString("topic")),
                        Channel.ofKey(row.getString("channel")).orElseThrow(),
                        row.getString("recipient")),
                Sql.optionalInstant(row, "ends"),
                Optional.ofNullable(row.getObject("message_id", UUID.class)));
    }
}

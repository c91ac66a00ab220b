package org.careunit.storage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.Suppressions;

final class JdbcSuppressions implements Suppressions {

    private final Sql sql;

    JdbcSuppressions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Suppression held) {
        sql.update(
                "INSERT INTO suppressions (channel, address, shown, reason, since) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                held.channel(),
                held.address(),
                held.shown(),
                held.reason(),
                held.since());
    }

    @Override
    public Optional<Suppression> find(String channel, String address) {
        return sql.first(
                "SELECT * FROM suppressions WHERE channel = ? AND address = ?",
                JdbcSuppressions::suppression,
                channel,
                address);
    }

    @Override
    public List<Suppression> newest(int limit) {
        return sql.list(
                "SELECT * FROM suppressions ORDER BY since DESC FETCH FIRST " + limit + " ROWS ONLY",
                JdbcSuppressions::suppression);
    }

    @Override
    public boolean lift(String channel, String address) {
        return sql.update("DELETE FROM suppressions WHERE channel = ? AND address = ?", channel, address) == 1;
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                row.getString("channel"),
                row.getString("address"),
                row.getString("shown"),
                row.getString("reason"),
                Sql.instant(row, "since"));
    }
}

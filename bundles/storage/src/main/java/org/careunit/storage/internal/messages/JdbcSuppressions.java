package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.messages.Channel;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.secrets.HmacPseudonyms;
import org.careunit.storage.messages.Suppressions;

public final class JdbcSuppressions implements Suppressions {

    /** How exactly it is kept when an address was last looked for. */
    private static final Duration USE_EXACT_TO = Duration.ofDays(1);

    private final Sql sql;
    private final HmacPseudonyms secrets;
    private final Clock clock;

    public JdbcSuppressions(Sql sql, HmacPseudonyms secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void add(Suppression held) {
        sql.update(
                "INSERT INTO suppressions (channel, address, key_number, shown, reason, since)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                held.channel(),
                held.address(),
                secrets.newest(Purpose.ADDRESS),
                held.shown(),
                held.reason(),
                held.since());
    }

    @Override
    public Optional<Suppression> find(Channel channel, List<String> addresses) {
        for (String address : addresses) {
            Optional<Suppression> held = find(channel, address);
            if (held.isPresent()) {
                used(held.get());
                return held.map(found -> keptBy(found, addresses.get(0)));
            }
        }
        return Optional.empty();
    }

    private Optional<Suppression> find(Channel channel, String address) {
        return sql.first(
                "SELECT * FROM suppressions WHERE channel = ? AND address = ?",
                JdbcSuppressions::suppression,
                channel,
                address);
    }

    /** Retention removes addresses that nobody looks for any more. */
    private void used(Suppression held) {
        Instant now = clock.instant();
        boolean isLate = sql.first(
                        "SELECT 1 FROM suppressions WHERE channel = ? AND address = ? AND (used_at IS"
                                + " NULL OR used_at < ?)",
                        row -> row.getInt(1),
                        held.channel(),
                        held.address(),
                        now.minus(USE_EXACT_TO))
                .isPresent();
        if (isLate) {
            sql.update(
                    "UPDATE suppressions SET used_at = ? WHERE channel = ? AND address = ?",
                    now,
                    held.channel(),
                    held.address());
        }
    }

    private Suppression keptBy(Suppression held, String newest) {
        if (!held.address().equals(newest)) {
            sql.update(
                    "UPDATE suppressions SET address = ?, key_number = ? WHERE channel = ? AND address = ?",
                    newest,
                    secrets.newest(Purpose.ADDRESS),
                    held.channel(),
                    held.address());
        }
        return new Suppression(held.channel(), newest, held.shown(), held.reason(), held.since());
    }

    @Override
    public List<Suppression> newest(int limit) {
        return sql.list(
                "SELECT * FROM suppressions ORDER BY since DESC FETCH FIRST " + limit + " ROWS ONLY",
                JdbcSuppressions::suppression);
    }

    @Override
    public boolean lift(Channel channel, List<String> addresses) {
        return addresses.stream()
                        .mapToInt(address -> sql.update(
                                "DELETE FROM suppressions WHERE channel = ? AND address = ?", channel, address))
                        .sum()
                > 0;
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                Channel.ofKey(row.getString("channel")).orElseThrow(),
                row.getString("address"),
                row.getString("shown"),
                row.getString("reason"),
                Sql.instant(row, "since"));
    }
}

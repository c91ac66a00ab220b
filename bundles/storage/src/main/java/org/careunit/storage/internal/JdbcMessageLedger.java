package org.careunit.storage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Message;
import org.careunit.storage.Message.State;
import org.careunit.storage.MessageLedger;

final class JdbcMessageLedger implements MessageLedger {

    private final Sql sql;
    private final Clock clock;

    JdbcMessageLedger(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean enter(Message message) {
        return sql.update(
                        "INSERT INTO messages (id, reason, unit, case_id, channel, recipient, shown, state, attempts,"
                                + " detail, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        message.id(),
                        message.reason(),
                        message.subject().unit().value(),
                        message.subject().id(),
                        message.channel(),
                        message.recipient(),
                        message.shown(),
                        message.state(),
                        message.attempts(),
                        message.detail(),
                        message.changedAt())
                == 1;
    }

    @Override
    public Optional<Message> find(UUID id) {
        return sql.first("SELECT * FROM messages WHERE id = ?", JdbcMessageLedger::message, id);
    }

    @Override
    public List<Message> about(CaseRef subject) {
        return sql.list(
                "SELECT * FROM messages WHERE unit = ? AND case_id = ? ORDER BY changed_at, id",
                JdbcMessageLedger::message,
                subject.unit().value(),
                subject.id());
    }

    @Override
    public boolean move(UUID id, Set<State> from, State to, String detail) {
        List<Object> values = new ArrayList<>(List.of(to, to == State.SENDING ? 1 : 0, detail, clock.instant(), id));
        values.addAll(from);
        return sql.update(
                        "UPDATE messages SET state = ?, attempts = attempts + ?, detail = ?, changed_at = ?"
                                + " WHERE id = ? AND state IN (?" + ", ?".repeat(from.size() - 1) + ")",
                        values.toArray())
                == 1;
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                row.getString("channel"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("shown")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("detail"),
                Sql.instant(row, "changed_at"));
    }
}

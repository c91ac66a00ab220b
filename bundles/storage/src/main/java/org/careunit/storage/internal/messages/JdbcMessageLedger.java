package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.Message;
import org.careunit.storage.MessageLedger;
import org.careunit.storage.internal.database.Sql;

public final class JdbcMessageLedger implements MessageLedger {

    private static final Set<MessageState> NOT_LEFT_YET = Set.of(MessageState.QUEUED, MessageState.TEMPORARY_FAILURE);
    private static final List<MessageState> ENDED =
            Arrays.stream(MessageState.values()).filter(MessageState::ended).toList();
    private static final int DETAIL_LENGTH = 500;

    private final Sql sql;
    private final Clock clock;

    public JdbcMessageLedger(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean enter(Message message) {
        return sql.update(
                        "INSERT INTO messages (id, event_id, unit, case_id, channel, recipient, shown, carrier, state,"
                                + " attempts, detail, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        message.id(),
                        message.event(),
                        message.subject().unit().value(),
                        message.subject().id(),
                        message.channel(),
                        message.recipient(),
                        message.shown(),
                        message.carrier(),
                        message.state(),
                        message.attempts(),
                        shortened(message.detail()),
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
    public List<Message> carriedBy(UUID carrier) {
        return sql.list(
                "SELECT * FROM messages WHERE carrier = ? ORDER BY changed_at, id",
                JdbcMessageLedger::message,
                carrier);
    }

    @Override
    public List<Message> newest(Optional<MessageState> state, int limit) {
        return sql.list(
                "SELECT * FROM messages" + (state.isPresent() ? " WHERE state = ?" : "")
                        + " ORDER BY changed_at DESC, id FETCH FIRST " + limit + " ROWS ONLY",
                JdbcMessageLedger::message,
                state.<Object>map(wanted -> wanted).stream().toArray());
    }

    @Override
    public boolean move(UUID id, Set<MessageState> from, MessageState to, String detail) {
        return move("id = ?", List.of(id), from, to, false, detail) == 1;
    }

    @Override
    public int moveCarried(UUID carrier, Set<MessageState> from, MessageState to, boolean attempt, String detail) {
        return move("carrier = ?", List.of(carrier), from, to, attempt, detail);
    }

    @Override
    public int cancel(CaseRef subject, String detail) {
        List<Object> which = List.of(subject.unit().value(), subject.id());
        return move("unit = ? AND case_id = ?", which, NOT_LEFT_YET, MessageState.CANCELLED, false, detail);
    }

    @Override
    public int forgetRecipients(Instant endedBefore) {
        List<Object> values = new ArrayList<>(List.of(endedBefore));
        values.addAll(ENDED);
        return sql.update(
                "UPDATE messages SET shown = NULL, recipient = 'gone:' || id"
                        + " WHERE shown IS NOT NULL AND changed_at < ? AND state IN " + places(ENDED),
                values.toArray());
    }

    private int move(
            String where, List<Object> which, Set<MessageState> from, MessageState to, boolean attempt, String detail) {
        List<Object> values = new ArrayList<>(List.of(to, attempt ? 1 : 0, shortened(detail), clock.instant()));
        values.addAll(which);
        values.addAll(from);
        return sql.update(
                "UPDATE messages SET state = ?, attempts = attempts + ?, detail = ?, changed_at = ? WHERE " + where
                        + " AND state IN " + places(from),
                values.toArray());
    }

    private static String places(Collection<?> values) {
        return "(?" + ", ?".repeat(values.size() - 1) + ")";
    }

    private static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("event_id"),
                new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                row.getString("channel"),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("shown")),
                Optional.ofNullable(row.getObject("carrier", UUID.class)),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("detail"),
                Sql.instant(row, "changed_at"));
    }
}

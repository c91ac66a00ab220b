package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger.Position;

/** Reads rows of the ledger, without locks. */
final class LedgerQueries {

    private static final List<MessageState> FAILED =
            Arrays.stream(MessageState.values()).filter(MessageState::failed).toList();

    private final Sql sql;

    LedgerQueries(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, String> decisions(CaseRef subject) {
        return sql
                .list(
                        "SELECT id, decision FROM ledger WHERE unit = ? AND case_id = ? AND decision IS NOT NULL",
                        row -> Map.entry(row.getObject("id", UUID.class), row.getString("decision")),
                        subject.unit().value(),
                        subject.id())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<LedgerRow> find(UUID id) {
        return sql.first("SELECT * FROM ledger WHERE id = ?", LedgerQueries::row, id);
    }

    List<LedgerRow> about(CaseRef subject) {
        return sql.list(
                "SELECT * FROM ledger WHERE unit = ? AND case_id = ? ORDER BY changed_at, id",
                LedgerQueries::row,
                subject.unit().value(),
                subject.id());
    }

    List<LedgerRow> ofMessage(UUID messageId) {
        return sql.list(
                "SELECT * FROM ledger WHERE message_id = ? ORDER BY changed_at, id", LedgerQueries::row, messageId);
    }

    List<LedgerRow> newest(Optional<HsaId> unit, Optional<MessageState> state, Optional<Position> after, int limit) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        unit.ifPresent(one -> {
            where.add("unit = ?");
            values.add(one.value());
        });
        state.ifPresent(one -> {
            where.add("state = ?");
            values.add(one);
        });
        after.ifPresent(row -> {
            where.add("(changed_at < ? OR changed_at = ? AND id > ?)");
            values.addAll(List.of(row.changedAt(), row.changedAt(), row.id()));
        });
        return sql.list(
                "SELECT * FROM ledger WHERE " + String.join(" AND ", where)
                        + " ORDER BY changed_at DESC, id FETCH FIRST " + limit + " ROWS ONLY",
                LedgerQueries::row,
                values.toArray());
    }

    List<LedgerRow> failed(FailedMessages which, UUID after, int limit) {
        List<MessageState> states = which.state().map(List::of).orElse(FAILED);
        StringBuilder where =
                new StringBuilder("id > ? AND message_id IS NOT NULL AND state IN ").append(places(states));
        List<Object> values = new ArrayList<>(List.of(after));
        values.addAll(states);
        which.unit().ifPresent(unit -> and(where, values, "unit = ?", unit.value()));
        which.from().ifPresent(from -> and(where, values, "changed_at >= ?", from));
        which.until().ifPresent(until -> and(where, values, "changed_at < ?", until));
        which.reason().ifPresent(words -> and(where, values, "position(? in detail) > 0", words));
        return sql.list(
                "SELECT * FROM ledger WHERE " + where + " ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                LedgerQueries::row,
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" AND ").append(condition);
        values.add(value);
    }

    static String places(Collection<?> values) {
        return "(?" + ", ?".repeat(values.size() - 1) + ")";
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getObject("id", UUID.class),
                Topic.valueOf(row.getString("topic")),
                row.getString("event_id"),
                new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                Channel.ofKey(row.getString("channel")).orElseThrow(),
                row.getString("recipient"),
                Optional.ofNullable(row.getString("shown")),
                Optional.ofNullable(row.getObject("message_id", UUID.class)),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("detail"),
                Sql.instant(row, "changed_at"));
    }
}

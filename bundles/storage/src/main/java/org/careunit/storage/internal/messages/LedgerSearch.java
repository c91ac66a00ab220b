package org.careunit.storage.internal.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger.Position;

/** Finds rows of the ledger by conditions that a caller may leave out. */
final class LedgerSearch {

    private static final List<MessageState> FAILED =
            Arrays.stream(MessageState.values()).filter(MessageState::failed).toList();

    private final Sql sql;

    LedgerSearch(Sql sql) {
        this.sql = sql;
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
                LedgerTable::row,
                values.toArray());
    }

    List<LedgerRow> failed(FailedMessages which, UUID after, int limit) {
        List<MessageState> states = which.state().map(List::of).orElse(FAILED);
        StringBuilder where =
                new StringBuilder("id > ? AND message_id IS NOT NULL AND state IN ").append(LedgerTable.places(states));
        List<Object> values = new ArrayList<>(List.of(after));
        values.addAll(states);
        which.unit().ifPresent(unit -> and(where, values, "unit = ?", unit.value()));
        which.from().ifPresent(from -> and(where, values, "changed_at >= ?", from));
        which.until().ifPresent(until -> and(where, values, "changed_at < ?", until));
        which.reason().ifPresent(words -> and(where, values, "position(? in detail) > 0", words));
        return sql.list(
                "SELECT * FROM ledger WHERE " + where + " ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                LedgerTable::row,
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" AND ").append(condition);
        values.add(value);
    }
}

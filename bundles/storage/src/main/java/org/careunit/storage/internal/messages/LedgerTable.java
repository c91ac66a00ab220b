package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.storage.internal.database.RowInsert;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.LedgerRow;

/** Converts ledger rows to and from rows of their table; conditions and lengths that several statements share. */
final class LedgerTable {

    /** Condition for rows that still have to leave. */
    static final String WAITING = "state IN ('QUEUED', 'TEMPORARY_FAILURE', 'SENDING')";

    static final RowInsert ENTER = RowInsert.into(
            "ledger",
            List.of("id"),
            "id uuid, topic text, event_id text, unit text, case_id text, channel text, recipient text, shown text,"
                    + " message_id uuid, state text, attempts bigint, detail text, changed_at timestamptz,"
                    + " decision text");

    private static final int DETAIL_LENGTH = 500;

    private LedgerTable() {}

    /** The values that {@link #ENTER} asks for; the decision may be null. */
    static Object[] values(LedgerRow row, String decision) {
        return new Object[] {
            row.id(),
            row.topic(),
            row.event(),
            row.subject().unit().value(),
            row.subject().id(),
            row.channel(),
            row.recipient(),
            row.shown(),
            row.messageId(),
            row.state(),
            row.attempts(),
            shortened(row.detail()),
            row.changedAt(),
            decision
        };
    }

    static LedgerRow row(ResultSet row) throws SQLException {
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

    /** A placeholder for each of the values, in parentheses; there is at least one. */
    static String places(Collection<?> values) {
        return "(?" + ", ?".repeat(values.size() - 1) + ")";
    }

    static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
    }
}

package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.messages.Channel;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.MessageLedger.WaitingCase;

/**
 * Reads all that decides whether a message may leave, and locks the cases of its waiting rows: one statement, or two
 * for a message about no case that we know.
 */
final class DepartureQuery {

    /** The events of a message's waiting rows about one case. */
    private static final String EVENTS =
            "(SELECT STRING_AGG(event_id, ' ') FROM ledger of_case WHERE of_case.message_id ="
                    + " ? AND of_case.unit = cases.unit AND of_case.case_id = cases.case_id AND " + LedgerTable.WAITING
                    + ") AS events, ";

    /**
     * The cases of a message's waiting rows, each once. A join, since H2 reads all cases for a pair of columns that is
     * compared with a query; in the order of the keys within, too, since it locks rows as it finds them. Cases are
     * locked in the order of code points everywhere, whatever the database's collation is.
     */
    private static final String CASES_OF_MESSAGE = " FROM cases JOIN (SELECT DISTINCT unit, case_id FROM ledger"
            + " WHERE message_id = ? AND " + LedgerTable.WAITING + " ORDER BY unit, case_id) of_message"
            + " ON cases.unit = of_message.unit AND cases.case_id = of_message.case_id ORDER BY cases.unit%1$s,"
            + " cases.case_id%1$s FOR UPDATE OF cases";

    private final Sql sql;
    private final String casesOfMessage;

    DepartureQuery(Sql sql, boolean embedded) {
        this.sql = sql;
        this.casesOfMessage = String.format(CASES_OF_MESSAGE, embedded ? "" : " COLLATE \"C\"");
    }

    Departure read(UUID messageId, Channel channel, List<String> addresses) {
        String facts = "(SELECT COUNT(*) FROM ledger WHERE message_id = ? AND " + LedgerTable.WAITING + ") AS waiting,"
                + " (SELECT joined FROM ledger WHERE id = ?) AS joined,"
                + " (SELECT MAX(reason) FROM suppressions WHERE channel = ? AND address IN "
                + LedgerTable.places(addresses) + ") AS suppressed";
        List<Object> values = new ArrayList<>(List.of(messageId, messageId, channel));
        values.addAll(addresses);
        List<Object> withCases = new ArrayList<>(List.of(messageId));
        withCases.addAll(values);
        withCases.add(messageId);
        List<Departure> each = sql.list(
                "SELECT cases.*, " + EVENTS + facts + casesOfMessage,
                row -> departure(row, List.of(waitingCase(row)), addresses.get(0)),
                withCases.toArray());
        return each.isEmpty()
                ? sql.first("SELECT " + facts, row -> departure(row, List.of(), addresses.get(0)), values.toArray())
                        .orElseThrow()
                : withCases(
                        each.get(0),
                        each.stream().flatMap(one -> one.cases().stream()).toList());
    }

    private static WaitingCase waitingCase(ResultSet row) throws SQLException {
        return new WaitingCase(
                JdbcCases.stored(row), List.of(row.getString("events").split(" ")));
    }

    private static Departure withCases(Departure any, List<WaitingCase> cases) {
        return new Departure(any.rows(), any.joined(), cases, any.suppressed(), any.address());
    }

    private static Departure departure(ResultSet row, List<WaitingCase> cases, String address) throws SQLException {
        return new Departure(
                row.getInt("waiting"),
                row.getInt("joined"),
                cases,
                Optional.ofNullable(row.getString("suppressed")),
                address);
    }
}

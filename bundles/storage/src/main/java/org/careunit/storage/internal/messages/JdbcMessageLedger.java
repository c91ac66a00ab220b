package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.storage.Cases;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.KeyPairs;
import org.careunit.storage.internal.database.RowInsert;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;

/** The ledger in its table. Locks are always taken in the order case, digest, ledger row. */
public final class JdbcMessageLedger implements MessageLedger {

    /** In which states a row still has to leave. */
    static final String WAITING = "state IN ('QUEUED', 'TEMPORARY_FAILURE', 'SENDING')";

    /**
     * A row that has joined since the message was prepared has raised this number of the first row. The first half is
     * asked again of a row that the statement had to wait for, the second finds what was committed before the statement
     * began.
     */
    private static final String NOTHING_JOINED = "(id <> message_id OR joined = ?) AND NOT EXISTS"
            + " (SELECT 1 FROM ledger first_row WHERE first_row.id = ? AND first_row.joined <> ?)";

    /** What an operator moves a message to that is to be sent again; SENDING: an earlier attempt may have succeeded. */
    private static final Set<MessageState> STARTED_AGAIN = Set.of(MessageState.QUEUED, MessageState.SENDING);

    /** A message that is started again has a new job, whose lease numbers begin again. */
    private static final String ANY_MAY_TAKE = ", token = CASE WHEN token IS NULL THEN token ELSE"
            + " CAST('00000000-0000-0000-0000-000000000000' AS uuid) END";

    /** The events of a message's waiting rows about one case. */
    private static final String EVENTS =
            "(SELECT STRING_AGG(event_id, ' ') FROM ledger of_case WHERE of_case.message_id ="
                    + " ? AND of_case.unit = cases.unit AND of_case.case_id = cases.case_id AND " + WAITING
                    + ") AS events, ";

    /** Without those that a report may still change. */
    private static final List<MessageState> ENDED = Arrays.stream(MessageState.values())
            .filter(state -> state.ended() && state != MessageState.SENT)
            .toList();

    private static final List<MessageState> FAILED =
            Arrays.stream(MessageState.values()).filter(MessageState::failed).toList();

    /**
     * The cases of a message's waiting rows, each once. A join, since H2 reads all cases for a pair of columns that is
     * compared with a query; in the order of the keys within, too, since it locks rows as it finds them. Cases are
     * locked in the order of code points everywhere, whatever the database's collation is.
     */
    private static final String CASES_OF_MESSAGE = " FROM cases JOIN (SELECT DISTINCT unit, case_id FROM ledger"
            + " WHERE message_id = ? AND " + WAITING + " ORDER BY unit, case_id) of_message"
            + " ON cases.unit = of_message.unit AND cases.case_id = of_message.case_id ORDER BY cases.unit%1$s,"
            + " cases.case_id%1$s FOR UPDATE OF cases";

    private static final RowInsert ENTER = RowInsert.into(
            "ledger",
            List.of("id"),
            "id uuid, topic text, event_id text, unit text, case_id text, channel text, recipient text, shown text,"
                    + " message_id uuid, state text, attempts bigint, detail text, changed_at timestamptz,"
                    + " decision text");

    private static final int DETAIL_LENGTH = 500;
    private static final int AT_ONCE = 500;

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Cases cases;
    private final Clock clock;
    private final IntSupplier addressKey;
    private final String casesOfMessage;

    /** @param addressKey the number of the secret that the newest pseudonyms of addresses are made with */
    public JdbcMessageLedger(
            JdbcTransactions transactions, Sql sql, Clock clock, IntSupplier addressKey, boolean embedded) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.addressKey = addressKey;
        this.cases = new JdbcCases(transactions, sql, embedded);
        this.casesOfMessage = String.format(CASES_OF_MESSAGE, embedded ? "" : " COLLATE \"C\"");
    }

    @Override
    public boolean enter(LedgerRow row) {
        return !enter(List.of(row)).isEmpty();
    }

    @Override
    public boolean enter(LedgerRow row, String decision) {
        return sql.insert(ENTER, List.<Object[]>of(values(row, decision)))[0] == 1;
    }

    @Override
    public List<LedgerRow> enter(List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        int[] entered =
                sql.insert(ENTER, rows.stream().map(row -> values(row, null)).toList());
        return IntStream.range(0, entered.length)
                .filter(i -> entered[i] == 1)
                .mapToObj(rows::get)
                .toList();
    }

    private static Object[] values(LedgerRow row, String decision) {
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

    @Override
    public Map<UUID, String> decisions(CaseRef subject) {
        return sql
                .list(
                        "SELECT id, decision FROM ledger WHERE unit = ? AND case_id = ? AND decision IS NOT NULL",
                        row -> Map.entry(row.getObject("id", UUID.class), row.getString("decision")),
                        subject.unit().value(),
                        subject.id())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<LedgerRow> find(UUID id) {
        return sql.first("SELECT * FROM ledger WHERE id = ?", JdbcMessageLedger::row, id);
    }

    @Override
    public List<LedgerRow> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list("SELECT * FROM ledger WHERE id IN " + places(ids), JdbcMessageLedger::row, ids.toArray());
    }

    @Override
    public List<LedgerRow> about(Collection<CaseRef> subjects) {
        return KeyPairs.list(
                sql,
                "SELECT * FROM ledger WHERE (unit, case_id) IN " + KeyPairs.MARK + " ORDER BY changed_at, id",
                JdbcMessageLedger::row,
                Set.copyOf(subjects),
                subject -> List.of(subject.unit().value(), subject.id()));
    }

    @Override
    public List<LedgerRow> ofMessage(UUID messageId) {
        return sql.list(
                "SELECT * FROM ledger WHERE message_id = ? ORDER BY changed_at, id", JdbcMessageLedger::row, messageId);
    }

    @Override
    public List<LedgerRow> newest(
            Optional<HsaId> unit, Optional<MessageState> state, Optional<Position> after, int limit) {
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
                JdbcMessageLedger::row,
                values.toArray());
    }

    @Override
    public List<LedgerRow> failed(FailedMessages which, UUID after, int limit) {
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
                JdbcMessageLedger::row,
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" AND ").append(condition);
        values.add(value);
    }

    @Override
    public boolean join(UUID messageId) {
        return sql.update(
                        "UPDATE ledger SET joined = joined + 1 WHERE id = ? AND message_id = ? AND token IS NULL"
                                + " AND state = 'QUEUED'",
                        messageId,
                        messageId)
                == 1;
    }

    @Override
    public Departure prepare(UUID messageId, Channel channel, List<String> addresses) {
        transactions.mustBeOpen();
        String facts = "(SELECT COUNT(*) FROM ledger WHERE message_id = ? AND " + WAITING + ") AS waiting,"
                + " (SELECT joined FROM ledger WHERE id = ?) AS joined,"
                + " (SELECT MAX(reason) FROM suppressions WHERE channel = ? AND address IN " + places(addresses)
                + ") AS suppressed";
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

    @Override
    public List<Departure> prepare(Channel channel, List<Addressed> messages) {
        return new PreparedMessages(sql, cases, channel, messages).read();
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

    @Override
    public List<Optional<Integer>> take(List<Leaving> messages, String why) {
        int[] cancelled = messages.stream()
                .mapToInt(message -> cancelUnwanted(message, why))
                .toArray();
        int[] taken = sql.batch(
                "UPDATE ledger SET state = 'SENDING', token = ?, detail = '', changed_at = ?, address ="
                        + " ?, address_key = ?"
                        + " WHERE message_id = ? AND " + WAITING + " AND (token IS NULL OR token < ?) AND "
                        + NOTHING_JOINED,
                messages.stream().map(this::takeValues).toList());
        return IntStream.range(0, taken.length)
                .mapToObj(i ->
                        taken[i] + cancelled[i] == messages.get(i).departure().rows()
                                ? Optional.of(taken[i])
                                : Optional.<Integer>empty())
                .toList();
    }

    private Object[] takeValues(Leaving message) {
        UUID token = message.token().value();
        int joined = message.departure().joined();
        return new Object[] {
            token,
            clock.instant(),
            message.departure().address(),
            addressKey.getAsInt(),
            message.messageId(),
            new UUID(token.getMostSignificantBits() + 1, 0),
            joined,
            message.messageId(),
            joined
        };
    }

    private int cancelUnwanted(Leaving message, String why) {
        List<String> ended = List.copyOf(message.unwanted());
        int cancelled = 0;
        for (int from = 0; from < ended.size(); from += AT_ONCE) {
            List<String> some = ended.subList(from, Math.min(ended.size(), from + AT_ONCE));
            cancelled += cancel(message.messageId(), message.departure(), some, why);
        }
        return cancelled;
    }

    private int cancel(UUID messageId, Departure departure, List<String> events, String why) {
        int joined = departure.joined();
        List<Object> values =
                new ArrayList<>(List.of(shortened(why), clock.instant(), messageId, joined, messageId, joined));
        values.addAll(events);
        return sql.update(
                "UPDATE ledger SET state = 'CANCELLED', detail = ?, changed_at = ? WHERE message_id = ? AND " + WAITING
                        + " AND " + NOTHING_JOINED + " AND event_id IN " + places(events),
                values.toArray());
    }

    @Override
    public int[] answered(List<Answered> attempts) {
        return sql.batch(
                "UPDATE ledger SET state = ?, attempts = attempts + ?, detail = ?, changed_at = ?"
                        + " WHERE message_id = ? AND token = ? AND state = 'SENDING'",
                attempts.stream()
                        .map(attempt -> new Object[] {
                            attempt.to(),
                            attempt.attempt() ? 1 : 0,
                            shortened(attempt.detail()),
                            clock.instant(),
                            attempt.messageId(),
                            attempt.token().value()
                        })
                        .toList());
    }

    @Override
    public boolean move(UUID id, Set<MessageState> from, MessageState to, String detail) {
        return move("id = ?", id, from, to, detail) == 1;
    }

    @Override
    public int moveMessage(UUID messageId, Set<MessageState> from, MessageState to, String detail) {
        return move("message_id = ?", messageId, from, to, detail);
    }

    @Override
    public int forgetRecipients(Instant endedBefore) {
        List<Object> values = new ArrayList<>(List.of(endedBefore));
        values.addAll(ENDED);
        return sql.update(
                "UPDATE ledger SET shown = NULL, address = NULL, address_key = NULL, recipient = 'gone:' || id"
                        + " WHERE shown IS NOT NULL AND changed_at < ? AND state IN " + places(ENDED),
                values.toArray());
    }

    private int move(String where, UUID which, Set<MessageState> from, MessageState to, String detail) {
        List<Object> values = new ArrayList<>(List.of(to, shortened(detail), clock.instant(), which));
        values.addAll(from);
        return sql.update(
                "UPDATE ledger SET state = ?, detail = ?, changed_at = ?"
                        + (STARTED_AGAIN.contains(to) ? ANY_MAY_TAKE : "") + " WHERE " + where + " AND state IN "
                        + places(from),
                values.toArray());
    }

    static String places(Collection<?> values) {
        return "(?" + ", ?".repeat(values.size() - 1) + ")";
    }

    private static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
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

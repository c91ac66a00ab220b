package org.careunit.storage.internal.messages;

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
import org.careunit.storage.Cases;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.KeyPairs;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;

/** The ledger in its table. Locks are always taken in the order case, digest, ledger row. */
public final class JdbcMessageLedger implements MessageLedger {

    /** What an operator moves a message to that is to be sent again; SENDING: an earlier attempt may have succeeded. */
    private static final Set<MessageState> STARTED_AGAIN = Set.of(MessageState.QUEUED, MessageState.SENDING);

    /** A message that is started again has a new job, whose lease numbers begin again. */
    private static final String ANY_MAY_TAKE = ", token = CASE WHEN token IS NULL THEN token ELSE"
            + " CAST('00000000-0000-0000-0000-000000000000' AS uuid) END";

    /** Without those that a report may still change. */
    private static final List<MessageState> ENDED = Arrays.stream(MessageState.values())
            .filter(state -> state.ended() && state != MessageState.SENT)
            .toList();

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Cases cases;
    private final LedgerSearch search;
    private final DepartureQuery departures;
    private final LeavingMessages leaving;
    private final Clock clock;

    /** @param addressKey the number of the secret that the newest pseudonyms of addresses are made with */
    public JdbcMessageLedger(
            JdbcTransactions transactions, Sql sql, Clock clock, IntSupplier addressKey, boolean embedded) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.cases = new JdbcCases(transactions, sql, embedded);
        this.search = new LedgerSearch(sql);
        this.departures = new DepartureQuery(sql, embedded);
        this.leaving = new LeavingMessages(sql, clock, addressKey);
    }

    @Override
    public boolean enter(LedgerRow row) {
        return !enter(List.of(row)).isEmpty();
    }

    @Override
    public boolean enter(LedgerRow row, String decision) {
        return sql.insert(LedgerTable.ENTER, List.<Object[]>of(LedgerTable.values(row, decision)))[0] == 1;
    }

    @Override
    public List<LedgerRow> enter(List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        int[] entered = sql.insert(
                LedgerTable.ENTER,
                rows.stream().map(row -> LedgerTable.values(row, null)).toList());
        return IntStream.range(0, entered.length)
                .filter(i -> entered[i] == 1)
                .mapToObj(rows::get)
                .toList();
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
        return sql.first("SELECT * FROM ledger WHERE id = ?", LedgerTable::row, id);
    }

    @Override
    public List<LedgerRow> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT * FROM ledger WHERE id IN " + LedgerTable.places(ids), LedgerTable::row, ids.toArray());
    }

    @Override
    public List<LedgerRow> about(Collection<CaseRef> subjects) {
        return KeyPairs.list(
                sql,
                "SELECT * FROM ledger WHERE (unit, case_id) IN " + KeyPairs.MARK + " ORDER BY changed_at, id",
                LedgerTable::row,
                Set.copyOf(subjects),
                subject -> List.of(subject.unit().value(), subject.id()));
    }

    @Override
    public List<LedgerRow> ofMessage(UUID messageId) {
        return sql.list(
                "SELECT * FROM ledger WHERE message_id = ? ORDER BY changed_at, id", LedgerTable::row, messageId);
    }

    @Override
    public List<LedgerRow> newest(
            Optional<HsaId> unit, Optional<MessageState> state, Optional<Position> after, int limit) {
        return search.newest(unit, state, after, limit);
    }

    @Override
    public List<LedgerRow> failed(FailedMessages which, UUID after, int limit) {
        return search.failed(which, after, limit);
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
        return departures.read(messageId, channel, addresses);
    }

    @Override
    public List<Departure> prepare(Channel channel, List<Addressed> messages) {
        return new PreparedMessages(sql, cases, channel, messages).read();
    }

    @Override
    public List<Optional<Integer>> take(List<Leaving> messages, String why) {
        return leaving.take(messages, why);
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
                            LedgerTable.shortened(attempt.detail()),
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
                        + " WHERE shown IS NOT NULL AND changed_at < ? AND state IN " + LedgerTable.places(ENDED),
                values.toArray());
    }

    private int move(String where, UUID which, Set<MessageState> from, MessageState to, String detail) {
        List<Object> values = new ArrayList<>(List.of(to, LedgerTable.shortened(detail), clock.instant(), which));
        values.addAll(from);
        return sql.update(
                "UPDATE ledger SET state = ?, detail = ?, changed_at = ?"
                        + (STARTED_AGAIN.contains(to) ? ANY_MAY_TAKE : "") + " WHERE " + where + " AND state IN "
                        + LedgerTable.places(from),
                values.toArray());
    }
}

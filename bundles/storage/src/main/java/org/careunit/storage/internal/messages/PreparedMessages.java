package org.careunit.storage.internal.messages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.storage.Cases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.MessageLedger.Addressed;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.MessageLedger.WaitingCase;

/**
 * Reads all that decides whether several messages may leave, and locks the cases of their waiting rows: three
 * statements for all of them. The rows are read before their cases are locked, so one may have been cancelled in
 * between; then fewer are taken than were counted here, which whoever takes them notices.
 */
final class PreparedMessages {

    private final Sql sql;
    private final Cases cases;
    private final Channel channel;
    private final List<Addressed> messages;

    PreparedMessages(Sql sql, Cases cases, Channel channel, List<Addressed> messages) {
        this.sql = sql;
        this.cases = cases;
        this.channel = channel;
        this.messages = messages;
    }

    List<Departure> read() {
        Map<UUID, List<Row>> rows = rows();
        Map<CaseRef, StoredCase> locked = cases.lock(rows.values().stream()
                .flatMap(List::stream)
                .filter(Row::isWaiting)
                .map(Row::subject)
                .toList());
        Map<String, String> suppressed = suppressed();
        return messages.stream()
                .map(message ->
                        departure(message, rows.getOrDefault(message.messageId(), List.of()), locked, suppressed))
                .toList();
    }

    private static Departure departure(
            Addressed message, List<Row> rows, Map<CaseRef, StoredCase> locked, Map<String, String> suppressed) {
        List<Row> waiting = rows.stream().filter(Row::isWaiting).toList();
        Map<CaseRef, List<String>> events = waiting.stream()
                .filter(row -> locked.containsKey(row.subject))
                .collect(groupingBy(Row::subject, LinkedHashMap::new, mapping(Row::event, toList())));
        return new Departure(
                waiting.size(),
                rows.stream()
                        .filter(row -> row.id.equals(message.messageId()))
                        .mapToInt(Row::joined)
                        .findFirst()
                        .orElse(0),
                events.entrySet().stream()
                        .map(of -> new WaitingCase(locked.get(of.getKey()), of.getValue()))
                        .toList(),
                message.addresses().stream()
                        .filter(suppressed::containsKey)
                        .map(suppressed::get)
                        .findFirst(),
                message.addresses().get(0));
    }

    private Map<UUID, List<Row>> rows() {
        List<UUID> ids = messages.stream().map(Addressed::messageId).toList();
        return sql
                .list(
                        "SELECT id, message_id, unit, case_id, event_id, joined, CASE WHEN " + LedgerTable.WAITING
                                + " THEN 1 ELSE 0 END AS waiting FROM ledger WHERE message_id IN "
                                + LedgerTable.places(ids),
                        PreparedMessages::row,
                        ids.toArray())
                .stream()
                .collect(groupingBy(Row::messageId));
    }

    /** The reasons for which addresses are held back, by the addresses. */
    private Map<String, String> suppressed() {
        List<Object> values = new ArrayList<>(List.of(channel));
        messages.forEach(message -> values.addAll(message.addresses()));
        Map<String, String> reasons = new HashMap<>();
        sql.list(
                        "SELECT address, reason FROM suppressions WHERE channel = ? AND address IN "
                                + LedgerTable.places(values.subList(1, values.size())),
                        row -> Map.entry(row.getString("address"), row.getString("reason")),
                        values.toArray())
                .forEach(held -> reasons.put(held.getKey(), held.getValue()));
        return reasons;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("message_id", UUID.class),
                new CaseRef(new HsaId(row.getString("unit")), row.getString("case_id")),
                row.getString("event_id"),
                row.getInt("joined"),
                row.getInt("waiting") == 1);
    }

    /** A row of the ledger. */
    private record Row(UUID id, UUID messageId, CaseRef subject, String event, int joined, boolean isWaiting) {}
}

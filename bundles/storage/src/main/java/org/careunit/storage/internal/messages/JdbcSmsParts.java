package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.SmsParts;

/**
 * Stores parts and receipts of SMS in the database. A kept receipt has up to two ids in columns; further ones are not
 * looked for.
 */
public final class JdbcSmsParts implements SmsParts {

    private static final int LONGEST = 500;

    private final JdbcTransactions transactions;
    private final Sql sql;

    public JdbcSmsParts(JdbcTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public void enter(Map<UUID, List<String>> idsOf, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        idsOf.forEach((messageId, ids) -> {
            for (int index = 0; index < ids.size(); index++) {
                rows.add(new Object[] {messageId, index + 1, ids.get(index), now, messageId});
            }
        });
        if (!rows.isEmpty()) {
            sql.batch(
                    "INSERT INTO sms_parts (message_id, part, part_id, sent_at, reason, unit) VALUES (?, ?, ?, ?, '',"
                            + " (SELECT unit FROM ledger WHERE id = ?)) ON CONFLICT DO NOTHING",
                    rows);
        }
    }

    @Override
    public Optional<UUID> find(List<String> ids) {
        return sql.first(
                "SELECT message_id FROM sms_parts WHERE part_id IN (?, ?, ?, ?)"
                        + " ORDER BY sent_at DESC FETCH FIRST 1 ROWS ONLY",
                row -> row.getObject("message_id", UUID.class),
                Stream.concat(ids.stream(), Stream.of(ids.get(0), ids.get(0), ids.get(0)))
                        .limit(4)
                        .toArray());
    }

    @Override
    public List<Part> lock(UUID messageId) {
        transactions.mustBeOpen();
        return sql.list(
                "SELECT part, part_id, status, reason FROM sms_parts WHERE message_id = ? ORDER BY part,"
                        + " part_id FOR UPDATE",
                JdbcSmsParts::part,
                messageId);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getInt("part"),
                row.getString("part_id"),
                Optional.ofNullable(row.getString("status")).map(DeliveryStatus::valueOf),
                row.getString("reason"));
    }

    @Override
    public void end(UUID messageId, String id, DeliveryStatus status, String reason) {
        sql.update(
                "UPDATE sms_parts SET status = ?, reason = ? WHERE message_id = ? AND part_id = ? AND status IS NULL",
                status,
                shortened(reason),
                messageId,
                id);
    }

    @Override
    public void keep(SmsReceipt receipt, Instant now) {
        List<String> ids = receipt.ids();
        sql.update(
                "INSERT INTO sms_receipts (id, part_id, other_id, status, reason, received_at) VALUES"
                        + " (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                ids.get(0),
                ids.get(ids.size() > 1 ? 1 : 0),
                receipt.status(),
                shortened(receipt.reason()),
                now);
    }

    @Override
    public void setAside(String text, Instant now) {
        int kept = sql.first(
                        "SELECT COUNT(*) AS kept FROM sms_receipts WHERE part_id IS NULL", row -> row.getInt("kept"))
                .orElse(0);
        if (kept >= SmsReceipts.MOST_UNREADABLE) {
            return;
        }
        sql.update(
                "INSERT INTO sms_receipts (id, reason, received_at) VALUES (?, ?, ?)",
                UUID.randomUUID(),
                shortened(text.replace('\0', ' ')),
                now);
    }

    @Override
    public List<UnreadableReceipt> unreadable() {
        return sql.list(
                "SELECT reason, received_at FROM sms_receipts WHERE part_id IS NULL ORDER BY received_at DESC, id",
                row -> new UnreadableReceipt(Sql.instant(row, "received_at"), row.getString("reason")));
    }

    @Override
    public int discardUnreadable() {
        return sql.update("DELETE FROM sms_receipts WHERE part_id IS NULL");
    }

    @Override
    public List<UnmatchedReceipt> matched(int most) {
        return sql.list(
                "SELECT r.id, r.part_id, r.other_id, r.status, r.reason FROM sms_receipts r WHERE r.part_id IS NOT NULL"
                        + " AND EXISTS (SELECT 1 FROM sms_parts p WHERE p.part_id IN (r.part_id, r.other_id))"
                        + " ORDER BY r.received_at FETCH FIRST " + most + " ROWS ONLY",
                row -> new UnmatchedReceipt(row.getObject("id", UUID.class), receipt(row)));
    }

    private static SmsReceipt receipt(ResultSet row) throws SQLException {
        List<String> ids = Stream.of(row.getString("part_id"), row.getString("other_id"))
                .distinct()
                .toList();
        return new SmsReceipt(ids, DeliveryStatus.valueOf(row.getString("status")), row.getString("reason"));
    }

    @Override
    public boolean remove(UUID receipt) {
        return sql.update("DELETE FROM sms_receipts WHERE id = ?", receipt) == 1;
    }

    @Override
    public void removeBefore(Instant before) {
        sql.update("DELETE FROM sms_parts WHERE sent_at < ?", before);
        sql.update("DELETE FROM sms_receipts WHERE received_at < ?", before);
    }

    @Override
    public int sentSince(HsaId unit, Instant since) {
        return sql.first(
                        "SELECT COUNT(DISTINCT message_id) AS sent FROM sms_parts WHERE unit = ? AND sent_at >= ?",
                        row -> row.getInt("sent"),
                        unit.value(),
                        since)
                .orElse(0);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.SentMessages;

/** Sent messages in the ledger's table, and the tables of what is reported about them. */
public final class JdbcSentMessages implements SentMessages {

    private static final String OF_MESSAGE =
            "SELECT id, state, address, changed_at FROM ledger WHERE message_id = ? AND channel = ? ORDER BY id";
    private static final String WITH_ADDRESS =
            " FROM ledger WHERE message_id = ? AND channel = ? AND address IS NOT NULL"
                    + " ORDER BY id FETCH FIRST 1 ROWS ONLY";

    private final JdbcTransactions transactions;
    private final Sql sql;

    public JdbcSentMessages(JdbcTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public List<Sent> lock(UUID messageId, Channel channel) {
        transactions.mustBeOpen();
        return sql.list(OF_MESSAGE + " FOR UPDATE", JdbcSentMessages::sent, messageId, channel);
    }

    @Override
    public List<Sent> read(UUID messageId, Channel channel) {
        return sql.list(OF_MESSAGE, JdbcSentMessages::sent, messageId, channel);
    }

    @Override
    public void end(UUID messageId, Channel channel, MessageState how, String detail, Instant now) {
        sql.update(
                "UPDATE ledger SET state = ?, detail = ?, changed_at = ?"
                        + " WHERE message_id = ? AND channel = ? AND state = 'SENT'",
                how,
                LedgerTable.shortened(detail),
                now,
                messageId,
                channel);
    }

    @Override
    public boolean remember(String source, Instant now) {
        return sql.update(
                        "INSERT INTO delivery_reports (source, taken_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        source,
                        now)
                == 1;
    }

    @Override
    public boolean isRemembered(String source) {
        return sql.first("SELECT 1 FROM delivery_reports WHERE source = ?", row -> row.getInt(1), source)
                .isPresent();
    }

    @Override
    public int forgetReports(Instant takenBefore) {
        return sql.update("DELETE FROM delivery_reports WHERE taken_at < ?", takenBefore);
    }

    @Override
    public boolean suppress(UUID messageId, Channel channel, String reason, Instant now) {
        Optional<Address> known = address(messageId, channel);
        known.ifPresent(address -> {
            sql.update(
                    "INSERT INTO suppressions (channel, address, key_number, shown, reason, since)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    channel,
                    address.pseudonym(),
                    address.keyNumber(),
                    address.shown(),
                    reason,
                    now);
            sql.update("DELETE FROM full_mailboxes WHERE channel = ? AND address = ?", channel, address.pseudonym());
        });
        return known.isPresent();
    }

    @Override
    public int countFullMailbox(UUID messageId, Channel channel, LocalDate today, LocalDate forgottenBefore) {
        return address(messageId, channel)
                .map(address -> count(address, channel, today, forgottenBefore))
                .orElse(0);
    }

    private int count(Address address, Channel channel, LocalDate today, LocalDate forgottenBefore) {
        int added = sql.update(
                "INSERT INTO full_mailboxes (channel, address, key_number, days, last_day) VALUES (?, ?, ?, 1, ?)"
                        + " ON CONFLICT DO NOTHING",
                channel,
                address.pseudonym(),
                address.keyNumber(),
                today);
        if (added == 0) {
            sql.update(
                    "UPDATE full_mailboxes SET days = CASE WHEN last_day < ? THEN 1 ELSE days + 1 END, last_day = ?"
                            + " WHERE channel = ? AND address = ? AND last_day < ?",
                    forgottenBefore,
                    today,
                    channel,
                    address.pseudonym(),
                    today);
        }
        return sql.first(
                        "SELECT days FROM full_mailboxes WHERE channel = ? AND address = ?",
                        row -> row.getInt("days"),
                        channel,
                        address.pseudonym())
                .orElse(0);
    }

    @Override
    public int forgetFullMailboxes(LocalDate before) {
        return sql.update("DELETE FROM full_mailboxes WHERE last_day < ?", before);
    }

    @Override
    public int forgetRecipients(Channel channel, Instant sentBefore) {
        return sql.update(
                "UPDATE ledger SET shown = NULL, address = NULL, address_key = NULL, recipient = 'gone:' || id"
                        + " WHERE shown IS NOT NULL AND channel = ? AND changed_at < ? AND state = 'SENT'",
                channel,
                sentBefore);
    }

    private Optional<Address> address(UUID messageId, Channel channel) {
        return sql.first(
                "SELECT address, address_key, shown" + WITH_ADDRESS,
                row -> new Address(
                        row.getString("address"),
                        Optional.ofNullable(row.getObject("address_key", Integer.class)),
                        Optional.ofNullable(row.getString("shown")).orElse("")),
                messageId,
                channel);
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                MessageState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("address")),
                Sql.instant(row, "changed_at"));
    }

    private record Address(String pseudonym, Optional<Integer> keyNumber, String shown) {}
}

package org.careunit.storage.internal.messages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.MessageLedger.Leaving;

/** Marks messages as leaving: their waiting rows become SENDING under a token, or CANCELLED if they are unwanted. */
final class LeavingMessages {

    /**
     * A row that has joined since the message was prepared has raised this number of the first row. The first half is
     * asked again of a row that the statement had to wait for, the second finds what was committed before the statement
     * began.
     */
    private static final String NOTHING_JOINED = "(id <> message_id OR joined = ?) AND NOT EXISTS"
            + " (SELECT 1 FROM ledger first_row WHERE first_row.id = ? AND first_row.joined <> ?)";

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Clock clock;
    private final IntSupplier addressKey;

    /** @param addressKey the number of the secret that the newest pseudonyms of addresses are made with */
    LeavingMessages(Sql sql, Clock clock, IntSupplier addressKey) {
        this.sql = sql;
        this.clock = clock;
        this.addressKey = addressKey;
    }

    List<Optional<Integer>> take(List<Leaving> messages, String why) {
        int[] cancelled = messages.stream()
                .mapToInt(message -> cancelUnwanted(message, why))
                .toArray();
        int[] taken = sql.batch(
                "UPDATE ledger SET state = 'SENDING', token = ?, detail = '', changed_at = ?, address ="
                        + " ?, address_key = ?"
                        + " WHERE message_id = ? AND " + LedgerTable.WAITING + " AND (token IS NULL OR token < ?) AND "
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
        List<Object> values = new ArrayList<>(
                List.of(LedgerTable.shortened(why), clock.instant(), messageId, joined, messageId, joined));
        values.addAll(events);
        return sql.update(
                "UPDATE ledger SET state = 'CANCELLED', detail = ?, changed_at = ? WHERE message_id = ? AND "
                        + LedgerTable.WAITING + " AND " + NOTHING_JOINED + " AND event_id IN "
                        + LedgerTable.places(events),
                values.toArray());
    }
}

package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SUPPRESSED;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.DigestWindow.Slot;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;

/**
 * Collects the ledger rows and send jobs of one transaction and writes them in one batch each. A message that gathers
 * further news is found by its rows, so what was collected is written before one is asked for. For one thread.
 */
final class MessageEntries {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    private final MessageLedger ledger;
    private final Jobs jobs;
    private final Windows windows;
    private final Function<RecipientChannel, Optional<String>> heldBack;
    private final Instant now;
    private final Map<Address, Optional<String>> asked = new HashMap<>();
    private final List<LedgerRow> rows = new ArrayList<>();
    private final Map<UUID, NewJob> jobOfRow = new LinkedHashMap<>();

    /**
     * @param heldBack why the address of a way is held back; asked once for each address
     * @param now when the rows are entered
     */
    MessageEntries(
            MessageLedger ledger,
            Jobs jobs,
            Windows windows,
            Function<RecipientChannel, Optional<String>> heldBack,
            Instant now) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.windows = windows;
        this.heldBack = heldBack;
        this.now = now;
    }

    /** One recipient over one channel. */
    record RecipientChannel(Recipient recipient, MessageChannel channel, Destination to) {}

    /**
     * Chooses the messages that carry news.
     *
     * @param gathers whether news of this kind may be gathered
     * @param slots the message for the next news of this kind
     */
    record Windows(Predicate<Digests.Key> gathers, Function<Digests.Key, Slot> slots) {}

    private record Address(Channel channel, String mailbox) {

        /** The channel alone. */
        @Override
        public String toString() {
            return "Address[" + channel + "]";
        }
    }

    /** Enters news for one recipient: as queued, or as ended if the address is held back or they are not wanted. */
    void add(News news, boolean isWanted, RecipientChannel way) {
        Address address = new Address(way.channel().kind(), way.to().mailbox());
        Optional<String> held = asked.computeIfAbsent(address, fresh -> heldBack.apply(way));
        if (!isWanted) {
            addEnded(news, way, CANCELLED, NewsRelevance.NOT_ANY_MORE);
        } else if (held.isPresent()) {
            addEnded(news, way, SUPPRESSED, held.get()); // for an operator to have it sent after all
        } else {
            addQueued(news, way);
        }
    }

    private void addEnded(News news, RecipientChannel way, MessageState state, String why) {
        rows.add(row(news, way, Slot.alone(false), state, why));
    }

    private void addQueued(News news, RecipientChannel way) {
        Digests.Key key = new Digests.Key(
                news.subject().unit(),
                news.topic(),
                way.channel().kind(),
                way.recipient().key());
        if (windows.gathers().test(key)) {
            write();
        }
        Slot slot = news.isSimulated() ? Slot.alone(true) : windows.slots().apply(key);
        LedgerRow row = row(
                news,
                way,
                slot,
                QUEUED,
                slot.leaves().map(MessageEntries::gathered).orElse(""));
        rows.add(row);
        if (slot.isFirst()) {
            jobOfRow.put(
                    row.id(),
                    MessageJob.at(slot.leaves().orElse(now), way.channel(), row, news.due(), slot.isSimulated()));
        }
    }

    /** Writes what was collected; a recipient who is covered already gets neither row nor job. */
    void write() {
        List<LedgerRow> entered = ledger.enter(rows);
        jobs.add(entered.stream()
                .map(row -> jobOfRow.get(row.id()))
                .filter(Objects::nonNull)
                .toList());
        rows.clear();
        jobOfRow.clear();
    }

    private static String gathered(Instant leaves) {
        return "Gathered with further news; leaves at " + MINUTE.format(leaves) + " (Europe/Stockholm)";
    }

    private LedgerRow row(News news, RecipientChannel way, Slot slot, MessageState state, String detail) {
        return new LedgerRow(
                slot.isFirst() ? slot.messageId() : UUID.randomUUID(),
                news.topic(),
                news.event(),
                news.subject(),
                way.channel().kind(),
                way.recipient().key(),
                Optional.of(way.to().masked()),
                Optional.of(slot.messageId()),
                state,
                0,
                detail,
                now);
    }
}

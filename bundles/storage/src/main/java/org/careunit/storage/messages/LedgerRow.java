package org.careunit.storage.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;

/**
 * A row of the ledger: one recipient, over one channel, because of one event. Never the message's text, never an
 * address in the clear.
 *
 * @param id ours; never null
 * @param topic what kind of news it is; never null
 * @param event the event that is the reason, unique together with topic, recipient and channel; never null
 * @param subject the case it is about; never null
 * @param channel never null
 * @param recipient who, as a key that the one who entered it understands; never an address, and gone some time after
 *     the end; never null
 * @param shown the recipient in masked form, for an operator to recognise; gone as above
 * @param messageId the message that carries this row, perhaps among others; the same as {@code id} for the message's
 *     first row; empty if none ever will
 * @param state how far it came; never null
 * @param attempts how often it was handed to the gateway and the gateway answered
 * @param detail what the gateway or we had to say about the state; never null, never personal
 * @param changedAt when the state was reached; never null
 */
public record LedgerRow(
        UUID id,
        Topic topic,
        String event,
        CaseRef subject,
        Channel channel,
        String recipient,
        Optional<String> shown,
        Optional<UUID> messageId,
        MessageState state,
        int attempts,
        String detail,
        Instant changedAt) {

    public LedgerRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}

package org.careunit.api.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;

/**
 * One recipient, over one channel, because of one event.
 *
 * @param id never null
 * @param topic what kind of news it is; never null
 * @param event the id of the event that was the reason; never null
 * @param subject the case it was about; never null
 * @param channel {@code email} or {@code sms}; never null
 * @param recipient masked; empty for nobody, and 24 hours after the end
 * @param state where it stands; never null
 * @param attempts how often it was handed to the gateway
 * @param detail what the gateway or we had to say; never null, never personal
 * @param messageId the message that carries it, which may carry others too; its Message-ID begins so
 * @param changedAt when the state was reached; never null
 */
public record LedgerEntry(
        UUID id,
        Topic topic,
        String event,
        CaseRef subject,
        String channel,
        Optional<String> recipient,
        MessageState state,
        int attempts,
        String detail,
        Optional<UUID> messageId,
        Instant changedAt) {

    public LedgerEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}

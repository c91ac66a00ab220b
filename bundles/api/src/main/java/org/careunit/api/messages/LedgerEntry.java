package org.careunit.api.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.events.EventId;
import org.careunit.api.identity.CaseRef;

/**
 * Entry of the ledger of messages: one recipient, over one channel, because of one event.
 *
 * @param id never null
 * @param topic what kind of news it is; never null
 * @param event the event that was the reason; of a reminder or a test message, an id of our own; never null
 * @param subject the case it was about; never null
 * @param channel never null
 * @param recipient masked; empty for nobody, and 24 hours after the end
 * @param state its state; never null
 * @param attempts how often it was handed to the gateway
 * @param detail what the gateway or we had to say; never null, never personal
 * @param messageId the message that carries it, which may carry others too; its Message-ID begins so
 * @param changedAt when the state was reached; never null
 */
public record LedgerEntry(
        UUID id,
        Topic topic,
        EventId event,
        CaseRef subject,
        Channel channel,
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

    public LedgerEntry withId(UUID id) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withTopic(Topic topic) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withEvent(EventId event) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withSubject(CaseRef subject) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withChannel(Channel channel) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withRecipient(Optional<String> recipient) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withState(MessageState state) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withAttempts(int attempts) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withDetail(String detail) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withMessageId(Optional<UUID> messageId) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }

    public LedgerEntry withChangedAt(Instant changedAt) {
        return new LedgerEntry(
                id, topic, event, subject, channel, recipient, state, attempts, detail, messageId, changedAt);
    }
}

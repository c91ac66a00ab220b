package org.careunit.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;

/**
 * A row of the ledger: one message to one recipient over one channel. Never the body, never an address in the clear.
 *
 * @param id ours; never null
 * @param reason the event or clock that made us send it, unique together with recipient and channel; never null
 * @param subject the case it is about
 * @param channel {@code email}, {@code sms} or {@code record}; never null
 * @param recipient the recipient as keyed hash; never null
 * @param shown the recipient in masked form, for an operator to recognise; empty 24 h after the final state
 * @param state where it stands; never null
 * @param attempts how often it was handed to the gateway
 * @param detail what the gateway or we had to say about the state; never null, never personal
 * @param changedAt when the state was reached; never null
 */
public record Message(
        UUID id,
        String reason,
        CaseRef subject,
        String channel,
        String recipient,
        Optional<String> shown,
        State state,
        int attempts,
        String detail,
        Instant changedAt) {

    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    /** The words of delivery. */
    public enum State {
        QUEUED(false),
        /** Being handed over; a message found here after a crash may or may not have left. */
        SENDING(false),
        SENT(false),
        DELIVERED(true),
        TEMPORARY_FAILURE(false),
        PERMANENT_FAILURE(true),
        TECHNICAL_FAILURE(true),
        SUPPRESSED(true),
        CANCELLED(true),
        NO_RECIPIENT(true);

        private final boolean ended;

        State(boolean ended) {
            this.ended = ended;
        }

        /** Whether nothing more will happen to the message by itself. */
        public boolean ended() {
            return ended;
        }
    }
}

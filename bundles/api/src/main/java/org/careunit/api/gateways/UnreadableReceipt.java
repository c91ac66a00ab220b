package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;

/**
 * A receipt of an SMS that could not be read.
 *
 * @param receivedAt never null
 * @param text as the gateway wrote it, at most 500 characters; may hold what only operators should see; never null
 */
public record UnreadableReceipt(Instant receivedAt, String text) {

    public UnreadableReceipt {
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(text, "text");
    }

    /** When it came, alone: the text may hold a number. */
    @Override
    public String toString() {
        return "UnreadableReceipt[" + receivedAt + "]";
    }
}

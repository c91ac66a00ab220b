package org.careunit.storage.messages;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one attempt to send a message. Its first half is the number of the job's lease: an attempt never takes a
 * message from one with a greater number, as when a node wakes up whose job another node has meanwhile.
 *
 * @param value as the ledger keeps it; never null
 */
public record AttemptToken(UUID value) {

    public AttemptToken {
        Objects.requireNonNull(value, "value");
    }

    /**
     * A token that no other attempt has.
     *
     * @param lease the number of the job's lease
     */
    public static AttemptToken of(long lease) {
        return new AttemptToken(new UUID(lease, UUID.randomUUID().getLeastSignificantBits()));
    }
}

package org.careunit.storage.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores digest windows: after a message to a recipient, further news of the same topic are gathered into one message
 * until the window ends.
 */
@ProviderType
public interface Digests {

    /**
     * Reads a recipient's digest, adding it if need be, and locks it until the transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    Digest lock(Key key);

    /** Writes a digest that this transaction has locked. */
    void save(Digest digest);

    /** Removes digests whose window ended before an instant; says how many. */
    int removeEnded(Instant endedBefore);

    /**
     * Key of a digest: one recipient at one unit, over one channel, about one topic.
     *
     * @param unit never null
     * @param topic never null
     * @param channel never null
     * @param recipient the key of {@link LedgerRow#recipient()}; never null
     */
    record Key(HsaId unit, Topic topic, Channel channel, String recipient) {
        public Key {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(recipient, "recipient");
        }
    }

    /**
     * State of a digest.
     *
     * @param key never null
     * @param windowEnds until when further news are gathered; empty if nothing was ever sent
     * @param gathering the message that gathers them and leaves then; empty if there is none. It may have left
     *     meanwhile: see {@link MessageLedger#join}
     */
    record Digest(Key key, Optional<Instant> windowEnds, Optional<UUID> gathering) {
        public Digest {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(windowEnds, "windowEnds");
            Objects.requireNonNull(gathering, "gathering");
        }
    }
}

package org.careunit.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Whether a recipient has just been told of something, so that what comes next is gathered into one message. */
@ProviderType
public interface Digests {

    /**
     * Reads a recipient's digest, making it if need be, and keeps everybody else from it until the transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    Digest lock(HsaId unit, String channel, String recipient);

    /** Writes a digest that this transaction has locked. */
    void save(Digest digest);

    /** Removes digests whose window ended before an instant and that gather nothing; says how many. */
    int forget(Instant endedBefore);

    /**
     * What is known of one recipient at one unit over one channel.
     *
     * @param unit never null
     * @param channel never null
     * @param recipient the key of {@link Message#recipient()}; never null
     * @param windowEnds until when further news are gathered; empty if nothing was ever sent
     * @param gathering the message that gathers them; empty if there are none yet
     */
    record Digest(
            HsaId unit, String channel, String recipient, Optional<Instant> windowEnds, Optional<UUID> gathering) {
        public Digest {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(windowEnds, "windowEnds");
            Objects.requireNonNull(gathering, "gathering");
        }
    }
}

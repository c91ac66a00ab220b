package org.careunit.storage.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.messages.Channel;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores suppressed addresses, as keyed hashes: a gateway has refused them permanently, and they get no messages until
 * the suppression is lifted.
 */
@ProviderType
public interface Suppressions {

    /** Suppresses an address; one that is suppressed already is not changed. */
    void add(Suppression suppression);

    /**
     * Why an address is suppressed; empty if it is not. A suppression under an older pseudonym is moved to the newest.
     *
     * @param addresses all pseudonyms of one address, the newest first; not empty
     */
    Optional<Suppression> find(Channel channel, List<String> addresses);

    /** All of them, newest first, at most {@code limit}. */
    List<Suppression> newest(int limit);

    /**
     * Lifts the suppression of an address.
     *
     * @param addresses all pseudonyms of one address; not empty
     * @return whether it was held back
     */
    boolean lift(Channel channel, List<String> addresses);

    /**
     * A suppressed address.
     *
     * @param channel never null
     * @param address as keyed hash
     * @param shown masked
     * @param reason what the gateway said
     * @param since when it said so
     */
    record Suppression(Channel channel, String address, String shown, String reason, Instant since) {}
}

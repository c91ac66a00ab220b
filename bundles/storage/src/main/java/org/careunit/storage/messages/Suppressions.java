package org.careunit.storage.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.messages.Channel;
import org.osgi.annotation.versioning.ProviderType;

/** Addresses that a gateway has refused for good and that get nothing until somebody lifts that; as keyed hashes. */
@ProviderType
public interface Suppressions {

    /** Holds an address back from now on; one that is held back already stays as it is. */
    void add(Suppression suppression);

    /**
     * Why an address is held back; empty if it is not. One that is kept by an older pseudonym is kept by the newest
     * from then on.
     *
     * @param addresses all pseudonyms of one address, the newest first; not empty
     */
    Optional<Suppression> find(Channel channel, List<String> addresses);

    /** All of them, newest first, at most {@code limit}. */
    List<Suppression> newest(int limit);

    /**
     * Lets an address have messages again.
     *
     * @param addresses all pseudonyms of one address; not empty
     * @return whether it was held back
     */
    boolean lift(Channel channel, List<String> addresses);

    /**
     * An address that is held back.
     *
     * @param channel never null
     * @param address as keyed hash
     * @param shown masked
     * @param reason what the gateway said
     * @param since when it said so
     */
    record Suppression(Channel channel, String address, String shown, String reason, Instant since) {}
}

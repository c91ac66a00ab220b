package org.careunit.notifications.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.notifications.internal.recipients.Contact;

/**
 * A channel for messages. Everything that differs between e-mail and SMS is behind this interface: addresses, texts,
 * gateway and concurrency. A channel is a service of this interface, and one of {@link SendMessages} that exists while
 * its gateway does.
 */
public interface MessageChannel {

    /** Which one it is: its key is its name in ledger, digests and suppressions. */
    Channel kind();

    /** The destination of a recipient on this channel; empty if they do not want it. */
    Optional<Destination> destination(Contact contact);

    /**
     * The job lane of a destination, so that one slow destination does not block others.
     *
     * @param masked the masked form of a destination
     * @return 1 to 100 lower-case letters, digits or {@code . : -}, or {@code *}
     */
    String lane(String masked);

    /** How many messages of one lane leave at once from this node. */
    int workersPerLane();

    /** Writes the message in this channel's form and hands it to the gateway, once. */
    DeliveryResult send(OutgoingNews news, Destination to);

    /** Why no message of a unit leaves now, and for how long; empty if they may. */
    default Optional<Cap> cap(HsaId unit) {
        return Optional.empty();
    }

    /**
     * Stores what the gateway said of messages that it has taken, in the transaction that records them as sent.
     *
     * @param parts the gateway's ids of their parts, by the messages' ids
     */
    default void accepted(Map<UUID, List<String>> parts) {}

    /** As many messages as a unit may send have left. */
    record Cap(String reason, Duration pause) {}

    /** The type of the jobs that send its messages. */
    default String jobType() {
        return "send-" + kind().key();
    }
}

package org.careunit.storage.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Stores the parts of SMS that a gateway has accepted, and receipts whose part is not known yet. */
@ProviderType
public interface SmsParts {

    /**
     * Enters the parts of SMS; those that are there already stay as they are.
     *
     * @param idsOf the gateway's ids in the order of the parts, by the SMS's ids
     */
    void enter(Map<UUID, List<String>> idsOf, Instant now);

    /** The newest SMS with a part by one of these ids; empty if there is none. */
    Optional<UUID> find(List<String> ids);

    /**
     * The parts of an SMS, by their numbers, locked until the transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Part> lock(UUID messageId);

    /** Ends a part. */
    void end(UUID messageId, String id, DeliveryStatus status, String reason);

    /** Stores a receipt whose part is not known yet. */
    void keep(SmsReceipt receipt, Instant now);

    /** Keeps a receipt that cannot be read, unless there are a thousand; 500 characters at most are kept. */
    void setAside(String text, Instant now);

    /** The receipts that cannot be read, newest first. */
    List<UnreadableReceipt> unreadable();

    /** Removes them; says how many there were. */
    int discardUnreadable();

    /** Receipts that are kept and whose part is known by now, the oldest first. */
    List<UnmatchedReceipt> matched(int most);

    /** Removes a kept receipt; says whether it was there. */
    boolean remove(UUID receipt);

    /** Removes parts that were sent, and receipts that came, before an instant. */
    void removeBefore(Instant before);

    /** How many SMS of a unit were taken since an instant; of other units nothing is read. */
    int sentSince(HsaId unit, Instant since);

    /**
     * A part that a gateway has taken.
     *
     * @param number 1 for the first
     * @param id the gateway's; never null
     * @param status how it ended; empty if it has not; never null
     * @param reason a description of the result; never null, never personal
     */
    record Part(int number, String id, Optional<DeliveryStatus> status, String reason) {
        public Part {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A receipt that is kept. */
    record UnmatchedReceipt(UUID id, SmsReceipt receipt) {}
}

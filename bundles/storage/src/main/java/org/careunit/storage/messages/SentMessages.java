package org.careunit.storage.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.osgi.annotation.versioning.ProviderType;

/** Finds sent messages and stores delivery reports about them. */
@ProviderType
public interface SentMessages {

    /**
     * Reads the rows that a message carries over one channel and locks them until the transaction ends.
     *
     * @return in the order of their ids; empty if there is no such message
     * @throws IllegalStateException outside a transaction
     */
    List<Sent> lock(UUID messageId, Channel channel);

    /** As {@link #lock}, without locking them. */
    List<Sent> read(UUID messageId, Channel channel);

    /**
     * Ends the rows of a message that is sent.
     *
     * @param detail a description of the result; not null, never personal
     */
    void end(UUID messageId, Channel channel, MessageState how, String detail, Instant now);

    /**
     * Records that a report was taken in.
     *
     * @param source identifies the report: 64 characters at most
     * @return whether it is the first time
     */
    boolean addReport(String source, Instant now);

    /** Whether a report was taken in. */
    boolean hasReport(String source);

    /** Removes the records of reports that were taken in before an instant; says how many. */
    int removeReports(Instant takenBefore);

    /**
     * Suppresses the address that a message was sent to; one that is suppressed already stays as it is.
     *
     * @return whether the address is suppressed now; {@code false} if the message's row does not know it any more
     */
    boolean suppress(UUID messageId, Channel channel, String reason, Instant now);

    /**
     * Counts a day on which a mailbox was full, for the address that a message was sent to.
     *
     * @param today a second time on the same day does not count
     * @param forgottenBefore a count whose last day is before this one begins anew
     * @return on how many days it was full; 0 if the message's row does not know the address any more
     */
    int countFullMailbox(UUID messageId, Channel channel, LocalDate today, LocalDate forgottenBefore);

    /** Removes the counts of full mailboxes whose last day is before a day; says how many. */
    int removeFullMailboxes(LocalDate before);

    /**
     * Takes the recipients, in every form, out of rows of messages that were sent over a channel before an instant and
     * of which nothing was reported since.
     *
     * @return how many rows were touched
     */
    int removeRecipients(Channel channel, Instant sentBefore);

    /**
     * A row of a message.
     *
     * @param address the pseudonym of the address that it left for; empty before it left, and some time after its end
     * @param changedAt when the state was reached
     */
    record Sent(UUID id, MessageState state, Optional<String> address, Instant changedAt) {}
}

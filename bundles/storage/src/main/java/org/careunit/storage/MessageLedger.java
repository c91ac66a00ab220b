package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.osgi.annotation.versioning.ProviderType;

/** What was told to whom, and what became of it. */
@ProviderType
public interface MessageLedger {

    /**
     * Enters a message, unless one for the same event, recipient and channel is there.
     *
     * @return whether it was entered; {@code false} means that the recipient is covered already
     */
    boolean enter(Message message);

    /** The message; empty if there is none by this id. */
    Optional<Message> find(UUID id);

    /** All messages about a case, oldest first. */
    List<Message> about(CaseRef subject);

    /** All rows that one message carries, oldest first. */
    List<Message> carriedBy(UUID carrier);

    /** The newest messages, newest first, at most {@code limit}; of all states if none is given. */
    List<Message> newest(Optional<MessageState> state, int limit);

    /** Moves a row on, if it still is in one of these states; says whether it was. */
    boolean move(UUID id, Set<MessageState> from, MessageState to, String detail);

    /**
     * Moves on all rows of a carrier that are in one of these states.
     *
     * @param attempt whether the gateway was asked and answered, which counts
     * @param detail what there is to say about it; not null, never personal
     * @return how many rows were moved
     */
    int moveCarried(UUID carrier, Set<MessageState> from, MessageState to, boolean attempt, String detail);

    /**
     * Cancels what is queued about a case.
     *
     * @return how many rows were cancelled
     */
    int cancel(CaseRef subject, String detail);

    /**
     * Takes the recipients, in every form, out of rows that ended before an instant; the rest of the rows stays.
     *
     * @return how many rows were touched
     */
    int forgetRecipients(Instant endedBefore);
}

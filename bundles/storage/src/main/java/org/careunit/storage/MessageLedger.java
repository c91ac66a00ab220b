package org.careunit.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ProviderType;

/** What was told to whom, and what became of it. */
@ProviderType
public interface MessageLedger {

    /**
     * Enters a message, unless one for the same reason, recipient and channel is there.
     *
     * @return whether it was entered; {@code false} means that the recipient is covered already
     */
    boolean enter(Message message);

    /** The message; empty if there is none by this id. */
    Optional<Message> find(UUID id);

    /** All messages about a case, oldest first. */
    List<Message> about(CaseRef subject);

    /**
     * Moves a message on, if it still is where the caller believes it to be.
     *
     * @param from the states in which the move is allowed
     * @param to the new state; moving to {@link Message.State#SENDING} counts an attempt
     * @param detail what there is to say about it; not null, never personal
     * @return whether it was moved; {@code false} means that it stands elsewhere by now
     */
    boolean move(UUID id, Set<Message.State> from, Message.State to, String detail);
}

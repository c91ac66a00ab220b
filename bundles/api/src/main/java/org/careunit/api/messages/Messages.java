package org.careunit.api.messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the ledger, retries failed messages and lifts suppressions. What is about one unit or case may be read by
 * whoever may read that unit's ledger; all else is an operator's right. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface Messages {

    /** The newest entries, newest first; all states if none is given. */
    Page<LedgerEntry> newest(Actor actor, Optional<MessageState> state, PageRequest page);

    /** The newest entries of a unit, newest first; all states if none is given. */
    Page<LedgerEntry> ofUnit(Actor actor, HsaId unit, Optional<MessageState> state, PageRequest page);

    /**
     * All entries about a case, oldest first; {@link org.careunit.api.cases.CaseExplanations} says why there are none.
     */
    List<LedgerEntry> about(Actor actor, CaseRef subject);

    /** One entry; empty if there is none by this id. */
    Optional<LedgerEntry> find(Actor actor, UUID id);

    /**
     * Sends a message again that failed: one the recipient's server refused is no longer held back, one that waits for
     * its next attempt is tried at once.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such entry, or it did not fail
     */
    LedgerEntry retry(Actor actor, UUID id);

    /**
     * Sends all messages again that failed and match, each as by {@link #retry}. Those that cannot be sent again, since
     * their recipient no longer wants messages or is not known any more, are left.
     *
     * @return how many are sent again, and how many were left
     */
    RetriedMessages retryAll(Actor actor, FailedMessages which);

    /**
     * Result of retrying several messages.
     *
     * @param again how many entries are sent again
     * @param left how many stay as they are
     */
    record RetriedMessages(int again, int left) {}

    /**
     * Drops a record system's notice that is parked; what follows in its case goes on.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such entry, or it is not parked
     */
    LedgerEntry discard(Actor actor, UUID id);
}

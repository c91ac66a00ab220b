package org.careunit.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.osgi.annotation.versioning.ProviderType;

/** Stores the state of cases. A transaction that changes a case locks its row until it ends. */
@ProviderType
public interface Cases {

    /**
     * Reads cases and locks them until the transaction ends. Rows are locked in the order of their keys by code point,
     * as {@link #add} inserts them, so that two callers that add first and lock then never wait for each other.
     *
     * @return the cases that exist
     * @throws IllegalStateException outside a transaction
     */
    Map<CaseRef, StoredCase> lock(Collection<CaseRef> refs);

    /**
     * Adds cases that did not exist.
     *
     * @return those that another transaction added first, and that were therefore not added
     */
    Set<CaseRef> add(Collection<StoredCase> cases);

    /** The current state of a case, not locked; empty if there is none. */
    Optional<StoredCase> find(CaseRef ref);

    /** Writes cases that this transaction has locked or added. */
    void update(Collection<StoredCase> cases);

    /** How many cases of a unit are still to be handled: neither answered, withdrawn nor closed. */
    long unhandled(org.careunit.api.identity.HsaId unit);

    /**
     * How many cases of each type a unit received in a time, whatever became of them, by the host's clock.
     *
     * @param from the first instant; not null
     * @param until the first instant that no longer counts; not null
     * @return by the key of the type; without the types it received none of
     */
    Map<CaseTypeKey, Long> received(org.careunit.api.identity.HsaId unit, Instant from, Instant until);

    /** Whether a unit has ever received a case of a type, as far as is kept. */
    boolean hasReceived(org.careunit.api.identity.HsaId unit, CaseTypeKey caseType);

    /** Cases of a unit that have not ended, oldest first, at most {@code limit}. */
    List<StoredCase> openOf(org.careunit.api.identity.HsaId unit, int limit);

    /**
     * Stores that the host confirmed the archiving of cases. A case that is closed again later is to be confirmed
     * again.
     *
     * @return how many of them we know
     */
    int archiveConfirmed(Collection<CaseRef> refs, Instant at);

    /** Those of these cases of which no archive was confirmed since they ended, and those that have not ended. */
    Set<CaseRef> notArchived(Collection<CaseRef> refs);
}

package org.careunit.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ProviderType;

/** Deletes rows that are no longer needed, in batches with a short transaction each. */
@ProviderType
public interface Retention {

    /** The kinds of rows that are removed, in the order of a run. */
    enum Kind {
        /** Ended cases, with their events and ledger rows. */
        CASES,
        /** Events about a unit or a staff member. */
        EVENTS,
        /** Ledger rows that are about no case, such as test messages. */
        LEDGER_ROWS,
        /** Digests whose window ended. */
        DIGESTS,
        /** Held-back addresses that no message was meant for since. */
        SUPPRESSIONS,
        /** Jobs that failed permanently. */
        JOBS,
        /** Drafts that a later version replaced. Published versions stay. */
        DRAFTS,
        /** Reports of earlier runs. */
        RUNS
    }

    /**
     * Removes some ended cases, with their events and ledger rows.
     *
     * @param after where to go on: the {@link Batch#next} of the batch before; empty to begin
     * @param silentSince cases with an event that was taken in since then stay
     * @param confirmedSince cases whose archive was confirmed since then stay
     * @param needed those that must stay for another reason; called with the cases locked
     */
    Batch removeCases(
            String after,
            Instant silentSince,
            Instant confirmedSince,
            Function<Collection<StoredCase>, Set<CaseRef>> needed);

    /**
     * Removes some rows of another kind that were not used since an instant.
     *
     * @param kind any but {@link Kind#CASES}
     * @param after as above
     */
    Batch remove(Kind kind, String after, Instant unusedSince);

    /** Open cases without an event since an instant, the longest silent first, at most {@code limit}. */
    List<StoredCase> silentCases(Instant since, int limit);

    /** How many open cases have had no event since an instant. */
    long countSilentCases(Instant since);

    /** Stores what a run has removed. */
    void ended(Run run);

    /** The newest runs, newest first, at most {@code limit}. */
    List<Run> runs(int limit);

    /**
     * Result of one transaction.
     *
     * @param removed how many rows; of cases, how many cases
     * @param next where to go on; empty if there is no more of this kind
     */
    record Batch(int removed, Optional<String> next) {
        public Batch {
            Objects.requireNonNull(next, "next");
        }
    }

    /**
     * A run that has ended.
     *
     * @param removed how many rows of each kind; kinds of which none was removed are left out
     * @param silentCases how many open cases have been silent for too long
     */
    record Run(Instant started, Instant ended, Map<Kind, Long> removed, long silentCases) {
        public Run {
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(ended, "ended");
            removed = Map.copyOf(removed);
        }
    }
}

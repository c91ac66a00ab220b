package org.careunit.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Stores the archive runs of units and which cases each package contains. */
@ProviderType
public interface ArchiveRecords {

    /** Stores a new run. */
    void add(StoredRun run);

    /** Updates a run. */
    void update(StoredRun run);

    Optional<StoredRun> find(String id);

    /** The newest runs of a unit, newest first, at most {@code limit}. */
    List<StoredRun> ofUnit(HsaId unit, int limit);

    /** Runs that have not ended, oldest first, at most {@code limit}. */
    List<StoredRun> unfinished(int limit);

    /** When the newest run of each unit that is done began. */
    Map<HsaId, Instant> lastDone();

    /** When the newest run of a unit that is done began; empty if none is. */
    Optional<Instant> lastDone(HsaId unit);

    /** Adds cases to a run, those left out too. */
    void addCases(StoredRun run, Collection<RunCase> cases);

    /** Which of these cases a run knows already. */
    Set<String> known(StoredRun run, Collection<String> caseIds);

    /** Cases of a run's package that the host has not confirmed, at most {@code limit}. */
    List<String> unconfirmed(StoredRun run, int limit);

    /** Stores that the host confirmed cases of a run's package. */
    void confirmed(StoredRun run, Collection<String> caseIds, Instant at);

    /** Whether a run left out a case. */
    boolean isLeftOut(StoredRun run, String caseId);

    /** Cases that a run left out, at most {@code limit}. */
    List<RunCase> leftOut(StoredRun run, String after, int limit);

    /** Deletes the unconfirmed cases of a run, since its package does not exist. */
    void removeUnconfirmed(StoredRun run);

    /** Records of cases that were confirmed earlier. */
    Map<String, Archived> archived(HsaId unit, Collection<String> caseIds);

    /** Which of these cases are in a package that the host has not confirmed yet. */
    Set<CaseRef> inUnconfirmedPackages(Collection<CaseRef> cases);

    /** Removes a unit's rows of cases that were confirmed, or left out by runs that ended, before an instant. */
    void removeBefore(HsaId unit, Instant before);

    /**
     * A stored run.
     *
     * @param id names it; never null
     * @param position how far its package is written; empty until something is; never null
     * @param cursor where the host's cases are read on; empty at the beginning; never null
     * @param idlePages how many pages in a row brought no new case
     */
    record StoredRun(
            String id, HsaId unit, ArchiveRun run, Optional<String> position, Optional<String> cursor, int idlePages) {
        public StoredRun {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(cursor, "cursor");
        }

        public StoredRun with(ArchiveRun next) {
            return new StoredRun(id, unit, next, position, cursor, idlePages);
        }

        /** From the beginning, with nothing in its package. */
        public StoredRun restarted() {
            ArchiveRun begun = new ArchiveRun(
                    run.packageName(),
                    run.startedAt(),
                    run.askedBy(),
                    ArchiveRun.Stage.COLLECT,
                    ArchiveRun.Counts.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new StoredRun(id, unit, begun, Optional.empty(), Optional.empty(), 0);
        }
    }

    /**
     * A case of a run.
     *
     * @param endedAt when the case ended, to the microsecond; never null
     * @param fault why it was left out; empty if it is in the package; never null
     */
    record RunCase(String caseId, Instant endedAt, Optional<String> fault) {
        public RunCase {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(endedAt, "endedAt");
            Objects.requireNonNull(fault, "fault");
        }
    }

    /**
     * A case that was archived before.
     *
     * @param firstPackage the first that holds it; never null
     * @param run the newest run that archived it; never null
     * @param endedAt when it had ended then; never null
     */
    record Archived(String firstPackage, String run, Instant endedAt) {
        public Archived {
            Objects.requireNonNull(firstPackage, "firstPackage");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(endedAt, "endedAt");
        }
    }
}

package org.careunit.settings.internal.archive;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun.Stored;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases.ArchivedPackage;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.Archived;
import org.careunit.storage.ArchiveRecords.StoredRun;

/**
 * Finds cases that were archived before. A case that has ended again since is archived again; otherwise, if the host
 * returns it although it was confirmed, its package is reported to the host again.
 */
final class EarlierCases {

    private final ArchiveRecords records;
    private final HostCases host;

    EarlierCases(ArchiveRecords records, HostCases host) {
        this.records = records;
        this.host = host;
    }

    Map<String, Archived> of(StoredRun stored, List<ClosedCase> cases) {
        return records.archived(
                stored.unit(), cases.stream().map(one -> one.ref().id()).toList());
    }

    static boolean isArchived(ClosedCase one, Map<String, Archived> earlier) {
        return Optional.ofNullable(earlier.get(one.ref().id()))
                .filter(archived ->
                        !one.closedAt().truncatedTo(ChronoUnit.MICROS).isAfter(archived.endedAt()))
                .isPresent();
    }

    /** Reports to the host again. */
    void confirmAgain(StoredRun stored, List<ClosedCase> cases, Map<String, Archived> earlier) {
        Map<String, List<CaseRef>> byRun = new LinkedHashMap<>();
        cases.forEach(one -> byRun.computeIfAbsent(earlier.get(one.ref().id()).run(), none -> new ArrayList<>())
                .add(one.ref()));
        byRun.forEach((id, refs) -> records.find(id)
                .flatMap(EarlierCases::archivedPackage)
                .ifPresent(in -> host.archived(stored.unit(), refs, in)));
    }

    static Optional<ArchivedPackage> archivedPackage(StoredRun stored) {
        Optional<Stored> there = stored.run().stored();
        return there.flatMap(Stored::at)
                .map(at -> new ArchivedPackage(
                        stored.run().packageName(), there.get().sha256(), at));
    }
}

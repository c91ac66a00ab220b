package org.careunit.finding.internal.index;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.storage.Approvals;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.SnapshotCache;

/**
 * Immutable snapshot of the index, from which searches are answered; never changed.
 *
 * @param index over the open units
 * @param units all units
 * @param approvals by the residents' keyed pseudonyms
 * @param at when it was made
 * @param nanos how long that took
 */
public record FindingSnapshot(
        RuleIndex index,
        Map<HsaId, IndexedUnit> units,
        Map<ResidentHash, List<Approvals.Entry>> approvals,
        Instant at,
        long nanos) {

    private static final Set<String> KINDS = Set.of("settings", "default", "unit", "approved", "directory-name");

    /** Creates a cache of the snapshot, recomputed by a worker after each relevant change. */
    public static SnapshotCache<FindingSnapshot> cache(
            Caches caches, UnitSource source, Approvals approvals, Clock clock, ScheduledExecutorService worker) {
        return caches.snapshot(
                "The index of units",
                () -> {
                    long began = System.nanoTime();
                    return of(source.units(), approvals.all(), clock.instant(), began);
                },
                change -> KINDS.contains(change.kind()),
                worker);
    }

    public static FindingSnapshot of(
            List<IndexedUnit> units, List<Approvals.Entry> approvals, Instant at, long beganNanos) {
        Map<HsaId, IndexedUnit> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        Map<ResidentHash, List<Approvals.Entry>> byResident = new HashMap<>();
        for (Approvals.Entry approval : approvals) {
            byResident.merge(approval.resident(), List.of(approval), FindingSnapshot::joined);
        }
        RuleIndex index = new RuleIndex(units.stream().filter(IndexedUnit::open).toList());
        return new FindingSnapshot(index, byId, byResident, at, System.nanoTime() - beganNanos);
    }

    private static List<Approvals.Entry> joined(List<Approvals.Entry> one, List<Approvals.Entry> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}

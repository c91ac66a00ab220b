package org.careunit.finding.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Approvals;

/**
 * What is answered from, as it stood at one time; never changed.
 *
 * @param index over the open units
 * @param units all units
 * @param approvals by the residents' keyed pseudonyms
 * @param at when it was made
 * @param nanos how long that took
 */
record Memory(
        Index index,
        Map<HsaId, Candidate> units,
        Map<String, List<Approvals.Entry>> approvals,
        Instant at,
        long nanos) {

    static Memory of(List<Candidate> units, List<Approvals.Entry> approvals, Instant at, long beganNanos) {
        Map<HsaId, Candidate> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        Map<String, List<Approvals.Entry>> byResident = new HashMap<>();
        for (Approvals.Entry approval : approvals) {
            byResident.merge(approval.resident(), List.of(approval), Memory::joined);
        }
        Index index = new Index(units.stream().filter(Candidate::open).toList());
        return new Memory(index, byId, byResident, at, System.nanoTime() - beganNanos);
    }

    private static List<Approvals.Entry> joined(List<Approvals.Entry> one, List<Approvals.Entry> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}

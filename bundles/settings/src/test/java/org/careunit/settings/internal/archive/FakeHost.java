package org.careunit.settings.internal.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;

/**
 * A host with ended cases, which gives them page by page until it has confirmed them; its cursor is the number of the
 * next.
 */
final class FakeHost implements ClosedCases {

    final Map<String, ClosedCase> cases = new LinkedHashMap<>();
    final Map<String, List<String>> confirmed = new LinkedHashMap<>();
    final AtomicInteger pages = new AtomicInteger();
    int pageSize = 7;

    /** Runs before each confirmation, as a host that fails. */
    Runnable beforeConfirming = () -> {};

    FakeHost with(HsaId unit, String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            end(
                    unit,
                    prefix + i,
                    Instant.parse("2026-01-01T00:00:00.123456789Z").plusSeconds(i));
        }
        return this;
    }

    void end(HsaId unit, String id, Instant at) {
        cases.put(
                id,
                new ClosedCase(
                        new CaseRef(unit, id),
                        new CaseTypeKey("boka-tid"),
                        Instant.parse("2025-12-01T00:00:00Z"),
                        at,
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    @Override
    public synchronized Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        pages.incrementAndGet();
        Set<String> done = new HashSet<>();
        confirmed.values().forEach(done::addAll);
        List<ClosedCase> all = cases.values().stream()
                .filter(one -> one.closedAt().isBefore(until)
                        && !done.contains(one.ref().id()))
                .toList();
        int from = Math.min(all.size(), cursor.map(Integer::parseInt).orElse(0));
        int to = Math.min(all.size(), from + pageSize);
        return new Page<>(all.subList(from, to), to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    @Override
    public synchronized void archived(HsaId unit, List<CaseRef> refs, ArchivedPackage in) {
        beforeConfirming.run();
        List<String> of = confirmed.computeIfAbsent(in.name(), none -> new ArrayList<>());
        refs.stream().map(CaseRef::id).filter(id -> !of.contains(id)).forEach(of::add);
    }
}

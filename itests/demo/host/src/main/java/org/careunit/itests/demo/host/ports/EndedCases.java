package org.careunit.itests.demo.host.ports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.osgi.service.component.annotations.Component;

/**
 * Gives the archive the cases that have ended, and notes what it confirms. It comes before the example of a host
 * module, which has none.
 */
@Component(
        service = {ClosedCases.class, EndedCases.class},
        property = "service.ranking:Integer=1")
public final class EndedCases implements ClosedCases {

    private final List<ClosedCase> ended = new CopyOnWriteArrayList<>();
    private final List<CaseRef> confirmed = new CopyOnWriteArrayList<>();

    /** A case that has ended. */
    public void add(ClosedCase one) {
        ended.add(one);
    }

    /** What the archive has confirmed. */
    public List<CaseRef> confirmed() {
        return List.copyOf(confirmed);
    }

    @Override
    public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        return new Page<>(
                ended.stream()
                        .filter(one -> one.ref().unit().equals(unit))
                        .filter(one -> one.closedAt().isBefore(until))
                        .filter(one -> !confirmed.contains(one.ref()))
                        .toList(),
                Optional.empty());
    }

    @Override
    public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        confirmed.addAll(cases);
    }
}

package org.careunit.notifications.internal.figures;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.RetentionHold;
import org.careunit.storage.StoredCase;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Protects cases from retention until the figures of their month are stored, and schedules storing them. */
@Component
public final class FiguresHold implements RetentionHold {

    private final CaseMonths months;
    private final Jobs jobs;

    @Activate
    public FiguresHold(@Reference CaseMonths months, @Reference Jobs jobs) {
        this.months = months;
        this.jobs = jobs;
    }

    private record Month(HsaId unit, YearMonth month) {}

    @Override
    public Set<CaseRef> needed(Collection<StoredCase> cases) {
        Map<Month, Boolean> stored = new HashMap<>();
        Set<CaseRef> needed = new HashSet<>();
        for (StoredCase ended : cases) {
            Optional<Month> month = month(ended);
            if (month.isPresent() && !stored.computeIfAbsent(month.get(), this::isStored)) {
                needed.add(ended.ref());
            }
        }
        stored.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .forEach(entry -> jobs.add(List.of(
                        StoreMonth.job(entry.getKey().unit(), entry.getKey().month()))));
        return needed;
    }

    /** A case whose receipt is unknown is not counted in any figures. */
    private static Optional<Month> month(StoredCase ended) {
        return ended.caseType()
                .flatMap(type -> ended.receivedAt())
                .map(at -> new Month(ended.ref().unit(), YearMonth.from(at.atZone(SwedishTime.ZONE))));
    }

    private boolean isStored(Month month) {
        return !months.stored(month.unit(), month.month()).isEmpty();
    }
}

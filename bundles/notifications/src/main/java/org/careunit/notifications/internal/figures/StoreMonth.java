package org.careunit.notifications.internal.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stores the figures of a unit's month before retention removes its first case. */
@Component(service = JobHandler.class)
public final class StoreMonth implements JobHandler {

    static final String TYPE = "store-figures";

    private static final Duration LATER = Duration.ofMinutes(5);

    private final CaseMonths months;
    private final MonthCounts counts;
    private final Clock clock;

    @Activate
    public StoreMonth(
            @Reference CaseMonths months,
            @Reference MonthCounts counts,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.months = months;
        this.counts = counts;
        this.clock = clock;
    }

    static NewJob job(HsaId unit, YearMonth month) {
        return NewJob.now(JobId.of(TYPE, unit + "/" + month), unit + " " + month)
                .sharedBy(unit.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Priority priority() {
        return Priority.SWEEP;
    }

    @Override
    public JobOutcome run(Job job) {
        String[] parts = job.payload().split(" ", 2);
        HsaId unit = new HsaId(parts[0]);
        YearMonth month = YearMonth.parse(parts[1]);
        try {
            Map<String, String> figures = counts.count(unit, month).stream()
                    .collect(Collectors.toMap(one -> one.caseType().value(), FiguresText::write));
            return JobOutcome.done(() -> months.store(unit, month, figures, clock.instant()));
        } catch (UnavailableException notNow) {
            return JobOutcome.notNow(notNow.getMessage(), LATER);
        }
    }
}

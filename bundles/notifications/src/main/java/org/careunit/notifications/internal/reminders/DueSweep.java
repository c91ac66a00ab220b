package org.careunit.notifications.internal.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.DueCases;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.RecurringSweep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks every few seconds for units with a due case, and adds a job for each. It is a single job, so one node does it;
 * the units' jobs are shared by all nodes.
 */
@Component(service = JobHandler.class)
public final class DueSweep extends RecurringSweep {

    static final JobId JOB = JobId.of("sweep-clocks", "due");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_UNITS = 1_000;

    private final DueCases dues;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public DueSweep(
            @Reference DueCases dues, @Reference Jobs jobs, @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.dues = dues;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobOutcome run(Job job) {
        Instant now = clock.instant();
        List<NewJob> reminders =
                dues.units(now, MOST_UNITS).stream().map(DueSweep::remind).toList();
        return new JobOutcome.Again(now.plus(PAUSE), () -> {
            if (!reminders.isEmpty()) {
                jobs.add(reminders);
            }
        });
    }

    private static NewJob remind(HsaId unit) {
        return NewJob.now(JobId.of(RemindDue.TYPE, unit.value()), "").sharedBy(unit.value());
    }
}

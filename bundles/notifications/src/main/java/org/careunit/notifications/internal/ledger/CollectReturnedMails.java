package org.careunit.notifications.internal.ledger;

import java.time.Clock;
import java.time.Duration;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ReturnedMails;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Job that reads the bounce mailbox, on one node at a time. If it cannot be read, the adapter's health check says why.
 */
@Component(service = JobHandler.class)
public final class CollectReturnedMails extends RecurringSweep {

    public static final JobId JOB = JobId.of("collect-returned-mails", "all");

    private static final Duration NOT_SET_UP = Duration.ofMinutes(1);

    private final ReturnedMails mails;
    private final Clock clock;

    @Activate
    public CollectReturnedMails(
            @Reference ReturnedMails mails,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public JobOutcome run(Job job) {
        if (!mails.isSetUp()) {
            return JobOutcome.again(clock.instant().plus(NOT_SET_UP));
        }
        boolean more = collect(job);
        return JobOutcome.again(clock.instant().plus(more ? Duration.ZERO : mails.pause()));
    }

    private boolean collect(Job job) {
        try {
            return mails.collect(job.lease()::isHeld);
        } catch (UnavailableException later) {
            return false;
        }
    }
}

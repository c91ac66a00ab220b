package org.careunit.storage.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes once a day the new ends of the audit trails into the log, which should not be writable for those who can write
 * the database, and removes rows older than five years (HSLF-FS 2016:40, chapter 4, section 9).
 */
@Component(service = JobHandler.class)
public final class DailyAuditJob implements JobHandler {

    static final JobId JOB = JobId.of("audit-day", "daily");

    /** A logger of its own, for the operator to send elsewhere; one line for each trail with new rows. */
    private static final Logger HEADS = LoggerFactory.getLogger("careunit.audit.heads");

    private static final Logger LOG = LoggerFactory.getLogger(DailyAuditJob.class);
    private static final int YEARS_KEPT = 5;
    private static final Duration PAUSE = Duration.ofDays(1);

    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public DailyAuditJob(
            @Reference AuditTrail audit, @Reference Jobs jobs, @Reference(target = "(careunit=internal)") Clock clock) {
        jobs.addAtStart(JOB);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String type() {
        return JOB.type();
    }

    @Override
    public JobOutcome run(Job job) {
        Instant now = clock.instant();
        int removed =
                audit.prune(now.atOffset(ZoneOffset.UTC).minusYears(YEARS_KEPT).toInstant());
        if (removed > 0) {
            LOG.info("{} rows of the audit trail were older than {} years and are removed", removed, YEARS_KEPT);
        }
        audit.takeChangedHeads().forEach(DailyAuditJob::log);
        return new JobOutcome.Again(now.plus(PAUSE), () -> {});
    }

    private static void log(Head head) {
        HEADS.info(
                "The audit trail of {} {} ends with {}",
                head.trail().level().name().toLowerCase(Locale.ROOT),
                head.trail().id(),
                head.text());
    }
}

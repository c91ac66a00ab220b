package org.careunit.notifications.internal.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.careunit.api.messages.Channel;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.SentMessages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes recipients from the ledger 24 hours after their messages became final, and old records of reports. */
@Component(service = JobHandler.class)
public final class LedgerCleanup extends RecurringSweep {

    public static final JobId JOB = JobId.of("tidy-ledger", "hourly");

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration REPORTS_KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final MessageLedger ledger;
    private final SentMessages sent;
    private final Digests digests;
    private final Clock clock;

    @Activate
    public LedgerCleanup(
            @Reference MessageLedger ledger,
            @Reference SentMessages sent,
            @Reference Digests digests,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.ledger = ledger;
        this.sent = sent;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public JobOutcome run(Job job) {
        Instant now = clock.instant();
        return new JobOutcome.Again(now.plus(PAUSE), () -> {
            ledger.removeRecipients(now.minus(KEPT));
            digests.removeEnded(now.minus(KEPT));
            for (Channel channel : SentPeriod.channels()) {
                sent.removeRecipients(channel, now.minus(SentPeriod.of(channel)).minus(KEPT));
            }
            sent.removeReports(now.minus(REPORTS_KEPT));
            sent.removeFullMailboxes(
                    LocalDate.ofInstant(now, SwedishTime.ZONE).minusDays(LedgerReports.FULL_MEMORY_DAYS));
        });
    }
}

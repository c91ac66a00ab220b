package org.careunit.notifications.internal.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.careunit.storage.messages.SmsParts;
import org.careunit.storage.messages.SmsParts.UnmatchedReceipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Matches receipts of SMS that came before the gateway's answer, and removes parts and receipts that nobody waits for
 * any more.
 */
@Component(service = JobHandler.class)
public final class MatchReceipts extends RecurringSweep {

    public static final JobId JOB = JobId.of("match-sms-receipts", "always");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TIDYING = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(4);
    private static final int AT_ONCE = 200;

    private final PartReceipts receipts;
    private final SmsParts parts;
    private final Clock clock;
    private volatile Instant tidyAt = Instant.EPOCH;

    @Activate
    public MatchReceipts(
            @Reference PartReceipts receipts,
            @Reference SmsParts parts,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.receipts = receipts;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public JobOutcome run(Job job) {
        List<UnmatchedReceipt> matched = parts.matched(AT_ONCE);
        matched.forEach(receipts::match);
        Instant now = clock.instant();
        Instant next = matched.size() == AT_ONCE ? now : now.plus(PAUSE);
        boolean tidies = !now.isBefore(tidyAt);
        if (tidies) {
            tidyAt = now.plus(BETWEEN_TIDYING);
        }
        return new JobOutcome.Again(next, () -> {
            if (tidies) {
                parts.removeBefore(now.minus(KEPT));
            }
        });
    }
}

package org.careunit.notifications.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.Retention;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;
import org.careunit.storage.RetentionHold;
import org.careunit.storage.StoredCase;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nightly retention job. It runs in slices of seconds; each slice removes several batches in a transaction each, so
 * that no message waits for it.
 */
@Component(service = JobHandler.class)
public final class RemoveOldRows implements JobHandler {

    public static final String TYPE = "retention";

    /** The run of every night. */
    public static final JobId NIGHTLY = JobId.of(TYPE, "nightly");

    /** A run that an operator asked for. */
    public static final JobId NOW = JobId.of(TYPE, "now");

    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(RemoveOldRows.class);

    private final Retention retention;
    private final Clock clock;
    private final List<RetentionHold> holds = new CopyOnWriteArrayList<>();

    @Activate
    public RemoveOldRows(
            @Reference Retention retention,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        jobs.addAtStart(NIGHTLY);
        this.retention = retention;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHold(RetentionHold hold) {
        holds.add(hold);
    }

    public void removeHold(RetentionHold hold) {
        holds.remove(hold);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Priority priority() {
        return Priority.ARCHIVE;
    }

    @Override
    public int workersPerDestination() {
        return 1;
    }

    @Override
    public JobOutcome run(Job job) {
        RetentionProgress progress = RetentionProgress.of(job.payload(), clock.instant());
        Instant end = clock.instant().plus(SLICE);
        do {
            progress = progress.with(removeSome(progress));
        } while (progress.kind().isPresent() && clock.instant().isBefore(end));
        return progress.kind().isPresent()
                ? new JobOutcome.Continue(progress.toString(), "removed " + progress.counts(), JobOutcome.NOTHING)
                : ended(job, progress);
    }

    private Batch removeSome(RetentionProgress progress) {
        Kind kind = progress.kind().orElseThrow();
        Instant unusedSince = RetentionTimes.unusedSince(kind, progress.started());
        return kind == Kind.CASES
                ? retention.removeCases(
                        progress.after(), unusedSince, progress.started().minus(RetentionTimes.CONFIRMED), this::needed)
                : retention.remove(kind, progress.after(), unusedSince);
    }

    private Set<CaseRef> needed(Collection<StoredCase> cases) {
        Set<CaseRef> needed = new HashSet<>();
        for (RetentionHold hold : holds) {
            needed.addAll(neededBy(hold, cases));
        }
        return needed;
    }

    /** If a hold cannot answer now, all cases are kept. */
    private static Set<CaseRef> neededBy(RetentionHold hold, Collection<StoredCase> cases) {
        try {
            return hold.needed(cases);
        } catch (UnavailableException notNow) {
            LOG.debug("{} cases stay, since {} cannot be asked now", cases.size(), hold.getClass(), notNow);
            return cases.stream().map(StoredCase::ref).collect(Collectors.toSet());
        }
    }

    private JobOutcome ended(Job job, RetentionProgress progress) {
        Instant now = clock.instant();
        long silent = retention.countSilentCases(now.minus(RetentionTimes.SILENT));
        Run run = new Run(progress.started(), now, progress.removed(), silent);
        LOG.info("Retention has removed {}", progress.removed().isEmpty() ? "nothing" : progress.counts());
        return job.id().equals(NIGHTLY)
                ? new JobOutcome.Again(RetentionTimes.nextNight(now), Optional.of(""), () -> retention.ended(run))
                : JobOutcome.done(() -> retention.ended(run));
    }
}

package org.careunit.storage.internal.jobs;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Transactions;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that decides what happens to a job next. The decision and what the handler wants written alongside are
 * one transaction; db-scheduler's version check in it makes sure that a job which another node has taken over is left
 * alone.
 */
public final class JobBook {

    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);
    private static final int REASON_LENGTH = 500;

    private final Transactions transactions;
    private final SetAsideJobs setAside;
    private final RetryLadder ladder;
    private final Clock clock;

    public JobBook(Transactions transactions, SetAsideJobs setAside, RetryLadder ladder, Clock clock) {
        this.transactions = transactions;
        this.setAside = setAside;
        this.ladder = ladder;
        this.clock = clock;
    }

    /** Records what came of a job. */
    public CompletionHandler<JobData> record(Job job, JobHandler handler, JobOutcome outcome) {
        return (complete, operations) -> owned(job, () -> {
            try {
                transactions.run(() -> write(new Page(job, handler, complete, operations), outcome));
            } catch (UnavailableException | ExecutionException failure) {
                throw failure;
            } catch (RuntimeException fault) {
                LOG.warn("Job {} could not write down its outcome", job.id(), fault);
                JobOutcome failed = JobOutcome.tryLater("Its outcome could not be written down: " + fault);
                transactions.run(() -> write(new Page(job, handler, complete, operations), failed));
            }
        });
    }

    /** Gives a job back untouched: no worker was free, or this node is stopping. */
    public CompletionHandler<JobData> release(Job job, Instant due) {
        return (complete, operations) -> owned(job, () -> operations.reschedule(complete, due, JobData.of(job)));
    }

    /** Has a job whose node died start again at once. */
    public DeadExecutionHandler<JobData> revive() {
        return (complete, operations) -> {
            LOG.warn(
                    "Job {} was running on {}, which has not been heard of since {}: it starts again",
                    complete.getExecution().taskInstance.getId(),
                    complete.getExecution().pickedBy,
                    complete.getExecution().lastHeartbeat);
            operations.reschedule(complete, clock.instant());
        };
    }

    private static void owned(Job job, Runnable write) {
        try {
            write.run();
        } catch (ExecutionException lost) {
            LOG.warn(
                    "Job {} was taken over by another node meanwhile: what this node did of it is not recorded",
                    job.id());
        } catch (UnavailableException outage) {
            LOG.warn(
                    "Job {} ran, but the database is out of reach to record it: it will start again and must look first"
                            + " whether it is done",
                    job.id());
        }
    }

    private void write(Page page, JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Done) {
            page.operations.remove();
        } else if (outcome instanceof JobOutcome.Again again) {
            page.reschedule(again.at(), JobData.of(page.job).afresh(again.at()));
        } else if (outcome instanceof JobOutcome.NotNow notNow) {
            putOff(page, notNow);
        } else if (outcome instanceof JobOutcome.TryLater tryLater) {
            failed(page, tryLater);
        } else if (outcome instanceof JobOutcome.Never never) {
            giveUp(page, page.job.failures() + 1, never.reason());
        }
        outcome.alongside().run();
    }

    private void putOff(Page page, JobOutcome.NotNow outcome) {
        LOG.info("Job {} waits {}, no attempt counted: {}", page.job.id(), outcome.pause(), outcome.reason());
        page.reschedule(clock.instant().plus(outcome.pause()), JobData.of(page.job));
    }

    private void failed(Page page, JobOutcome.TryLater outcome) {
        int failures = page.job.failures() + 1;
        Instant now = clock.instant();
        Optional<Duration> pause = ladder.next(failures, Duration.between(page.job.since(), now));
        if (pause.isEmpty()) {
            giveUp(page, failures, outcome.reason());
            return;
        }
        Instant next = now.plus(pause.get());
        LOG.warn("Job {} failed, attempt {}: {}; next attempt at {}", page.job.id(), failures, outcome.reason(), next);
        page.reschedule(next, JobData.of(page.job).withFailures(failures));
    }

    private void giveUp(Page page, int failures, String reason) {
        LOG.warn(
                "Job {} failed for good, attempt {}: {}; it is set aside until an operator starts it again",
                page.job.id(),
                failures,
                reason);
        page.operations.remove();
        String kept = reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
        setAside.add(new Job(page.job.id(), page.job.payload(), failures, page.job.since()), kept, clock.instant());
        page.handler.gaveUp(page.job, kept);
    }

    /** A job together with the means to move it on. */
    private record Page(
            Job job, JobHandler handler, ExecutionComplete complete, ExecutionOperations<JobData> operations) {

        private void reschedule(Instant at, JobData data) {
            operations.reschedule(complete, at, data);
        }
    }
}

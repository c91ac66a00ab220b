package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.jobs.JobRunner.CompletedRun;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the outcomes of jobs, each in a transaction or several in one. An outcome is retried until it is recorded or
 * the job belongs to another node, so that work is not repeated only because the database was unreachable afterwards.
 */
final class JobOutcomeRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(JobOutcomeRecorder.class);

    /** How often writing an outcome may fail by a fault of ours before it counts as a failure of the job. */
    private static final int FAULTS = 3;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final JobQueue queue;
    private final JobOutcomeWriter writer;
    private final CountDownLatch closing = new CountDownLatch(1);

    JobOutcomeRecorder(Transactions transactions, JobQueue queue, JobOutcomeWriter writer) {
        this.transactions = transactions;
        this.queue = queue;
        this.writer = writer;
    }

    /** Whether a claim is still this node's; within a transaction it stays so until the end. */
    boolean isHeld(ClaimedJob claim) {
        return queue.isHeld(claim.id(), claim.token());
    }

    /** Records outcomes, together where that works; returns when they are recorded or lost. */
    void record(List<CompletedRun> group) {
        if (group.size() < 2 || !tryTogether(group)) {
            group.forEach(this::recordKept);
        }
    }

    /** From now on drops outcomes that cannot be recorded, since the node is stopping. */
    void close() {
        closing.countDown();
    }

    private boolean tryTogether(List<CompletedRun> group) {
        try {
            transactions.run(() -> writer.writeTogether(group));
            return true;
        } catch (RuntimeException | Error failure) {
            LOG.debug("Outcomes could not be recorded together", failure);
            return false;
        }
    }

    private void recordKept(CompletedRun first) {
        CompletedRun ran = first;
        boolean tellHandler = true;
        Duration pause = PAUSE;
        for (int faults = 0; ; ) {
            try {
                record(ran, tellHandler);
                return;
            } catch (JobOutcomeWriter.LostJobException lost) {
                LOG.warn(
                        "Job {} belongs to another worker by now: what this node did of it is not recorded, unless the"
                                + " answer to an earlier commit was lost",
                        ran.job().id());
                return;
            } catch (UnavailableException outage) {
                LOG.debug(
                        "The outcome of job {} is kept until it can be recorded",
                        ran.job().id(),
                        outage);
            } catch (RuntimeException | Error fault) {
                LOG.warn("The outcome of job {} could not be written", ran.job().id(), fault);
                if (++faults % FAULTS == 0) {
                    tellHandler = faults == FAULTS;
                    ran = ran.with(withoutAlongside(ran.outcome(), fault));
                }
            }
            if (closesWithin(pause)) {
                LOG.warn(
                        "Job {} ran, but could not be recorded before this node stopped: it will start again",
                        ran.job().id());
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** A failure stays what it was; anything else becomes one, since what belongs to it is not written. */
    private static JobOutcome withoutAlongside(JobOutcome outcome, Throwable fault) {
        if (outcome instanceof JobOutcome.Never never) {
            return JobOutcome.never(never.reason());
        }
        if (outcome instanceof JobOutcome.TryLater failed) {
            return JobOutcome.tryLater(failed.reason());
        }
        return JobOutcome.tryLater("Its outcome could not be written: " + fault);
    }

    private void record(CompletedRun ran, boolean tellHandler) {
        // An interrupt was meant for the handler; a pool, a driver or H2's file would take it for theirs.
        boolean interrupted = Thread.interrupted();
        try {
            transactions.run(() -> writer.write(ran, tellHandler));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return closing.getCount() == 0; // the next try begins without it
        }
    }
}

package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.careunit.operations.Durations;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.jobs.JobRunner.CompletedRun;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens to a job after an attempt, and writes it to the job table with the handler's own writes, in the
 * caller's transaction.
 */
final class JobOutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JobOutcomeWriter.class);
    private static final String REMOVE = "DELETE FROM job_queue" + JobQueue.CLAIMED + " AND rerun = FALSE";
    private static final int REASON_LENGTH = 500;
    private static final int PROGRESS_LENGTH = 200;

    private final Transactions transactions;
    private final Sql sql;
    private final JobQueue queue;
    private final OrderedJobs ordered;
    private final SetAsideJobs setAside;
    private final RetryLadder ladder;
    private final Clock clock;
    private final Consumer<String> ready;

    /** @param ready given the lane in which there is something to do, after the commit */
    JobOutcomeWriter(
            Transactions transactions,
            Sql sql,
            JobQueue queue,
            RetryLadder ladder,
            Clock clock,
            Consumer<String> ready) {
        this.transactions = transactions;
        this.sql = sql;
        this.queue = queue;
        this.ordered = new OrderedJobs(sql, clock, this::mayStart);
        this.setAside = new SetAsideJobs(sql);
        this.ready = ready;
        this.ladder = ladder;
        this.clock = clock;
    }

    /** Jobs that are done are removed by one batch, the others are written one by one. */
    void writeTogether(List<CompletedRun> group) {
        Set<String> orders = orders(group);
        ordered.lock(orders);
        Map<Boolean, List<CompletedRun>> byDone =
                group.stream().collect(Collectors.partitioningBy(ran -> ran.outcome() instanceof JobOutcome.Done));
        byDone.get(false).forEach(ran -> writeLocked(ran, true));
        allDone(byDone.get(true));
        ordered.releaseFirst(orders);
    }

    private static Set<String> orders(List<CompletedRun> group) {
        return group.stream()
                .flatMap(ran -> ran.claim().order().stream())
                .map(ClaimedJob.Order::key)
                .collect(Collectors.toSet());
    }

    private void allDone(List<CompletedRun> group) {
        if (group.isEmpty()) {
            return;
        }
        group.get(0)
                .handler()
                .writeTogether(group.stream().map(CompletedRun::outcome).toList());
        int[] removed = sql.batch(
                REMOVE, group.stream().map(ran -> queue.claimOf(ran.claim())).toList());
        for (int i = 0; i < removed.length; i++) {
            if (removed[i] == 0) {
                mustBeOurs(runAgain(group.get(i)));
            }
        }
    }

    /** The handler's part first and the job's row last, as a caller does who adds a job: so their locks never cross. */
    void write(CompletedRun ran, boolean tellHandler) {
        Set<String> order = orders(List.of(ran));
        ordered.lock(order);
        writeLocked(ran, tellHandler);
        ordered.releaseFirst(order);
    }

    private void writeLocked(CompletedRun ran, boolean tellHandler) {
        JobOutcome outcome = ran.outcome();
        outcome.alongside().run();
        if (outcome instanceof JobOutcome.Done) {
            done(ran);
        } else if (outcome instanceof JobOutcome.Again again) {
            again(ran, again);
        } else if (outcome instanceof JobOutcome.Continue slice) {
            goOn(ran, slice);
        } else if (outcome instanceof JobOutcome.NotNow notNow) {
            logPutOff(ran, notNow);
            putOff(ran, clock.instant().plus(notNow.pause()), ran.job().failures(), notNow.pause());
        } else if (outcome instanceof JobOutcome.Rest) {
            mustBeOurs(update(ran, "state = 'READY', due = ?", "", clock.instant()));
        } else if (outcome instanceof JobOutcome.TryLater failed) {
            failed(ran, failed.reason(), tellHandler);
        } else if (outcome instanceof JobOutcome.OurFault fault) {
            failed(ran, fault.reason(), tellHandler);
        } else if (outcome instanceof JobOutcome.Never never) {
            giveUp(ran, ran.job().failures() + 1, never.reason(), tellHandler);
        }
    }

    /** What goes on at once, such as the rest of a group behind a message that took long, is of no interest. */
    private static void logPutOff(CompletedRun ran, JobOutcome.NotNow notNow) {
        if (!notNow.pause().isZero()) {
            LOG.info(
                    "Job {} waits {}, no attempt counted: {}",
                    ran.job().id(),
                    Durations.text(notNow.pause()),
                    notNow.reason());
        }
    }

    private void done(CompletedRun ran) {
        if (sql.update(REMOVE, queue.claimOf(ran.claim())) == 0) {
            mustBeOurs(runAgain(ran));
        }
    }

    /** Starts a job anew that was added once more while it ran; says whether it was. */
    private int runAgain(CompletedRun ran) {
        int changed = update(
                ran,
                "state = CASE WHEN rerun_due <= ? THEN 'READY' ELSE 'LATER' END, turn = rerun_due, due = rerun_due,"
                        + " since = rerun_due, payload = rerun_payload, failures = 0, progress = NULL, rerun = FALSE",
                " AND rerun = TRUE",
                clock.instant());
        if (changed > 0) {
            mayStart(ran.job().id().lane());
        }
        return changed;
    }

    private void again(CompletedRun ran, JobOutcome.Again again) {
        int changed = update(
                ran,
                "state = 'LATER', due = ?, since = ?, payload = ?, failures = 0, progress = NULL",
                " AND rerun = FALSE",
                again.at(),
                again.at(),
                again.payload().orElse(ran.job().payload()));
        if (changed == 0) {
            mustBeOurs(runAgain(ran));
        }
    }

    private void goOn(CompletedRun ran, JobOutcome.Continue slice) {
        Instant now = clock.instant();
        int changed = update(
                ran,
                "state = 'READY', turn = ?, due = ?, since = ?, failures = 0, payload = ?, progress = ?",
                " AND stop = FALSE",
                now,
                now,
                now,
                slice.payload(),
                shortened(slice.progress(), PROGRESS_LENGTH));
        if (changed == 0) {
            mustBeOurs(sql.update("DELETE FROM job_queue" + JobQueue.CLAIMED, queue.claimOf(ran.claim())));
            LOG.info("Job {} was stopped by an operator: {}", ran.job().id(), slice.progress());
            ran.handler().cancelled(ran.job());
        }
        mayStart(ran.job().id().lane());
    }

    /** @param uncounted how much of the pause is not to count for the ladder's length */
    private void putOff(CompletedRun ran, Instant next, int failures, Duration uncounted) {
        Instant since = ran.job().since().plus(uncounted);
        mustBeOurs(update(ran, "state = 'LATER', due = ?, failures = ?, since = ?", "", next, failures, since));
    }

    private void failed(CompletedRun ran, String reason, boolean tellHandler) {
        int failures = ran.job().failures() + 1;
        Instant now = clock.instant();
        Optional<Duration> pause =
                ladder.next(failures, Duration.between(ran.job().since(), now));
        if (pause.isEmpty()) {
            giveUp(ran, failures, reason, tellHandler);
            return;
        }
        Instant next = now.plus(pause.get());
        LOG.warn("Job {} failed, attempt {}: {}; next attempt at {}", ran.job().id(), failures, reason, next);
        putOff(ran, next, failures, Duration.ZERO);
    }

    private void giveUp(CompletedRun ran, int failures, String reason, boolean tellHandler) {
        if (ran.claim().recurring()) {
            Instant next = clock.instant().plus(ladder.longest());
            LOG.warn(
                    "Job {} failed, attempt {}: {}; next attempt at {}",
                    ran.job().id(),
                    failures,
                    reason,
                    next);
            putOff(ran, next, failures, Duration.ZERO);
            return;
        }
        LOG.warn(
                "Job {} failed for good, attempt {}: {}; it is set aside until an operator starts it again",
                ran.job().id(),
                failures,
                reason);
        String kept = shortened(reason, REASON_LENGTH);
        Job job = ran.job();
        if (runAgain(ran) == 0) {
            mustBeOurs(sql.update("DELETE FROM job_queue" + JobQueue.CLAIMED, queue.claimOf(ran.claim())));
        }
        setAside.add(ran.claim(), failures, kept, clock.instant());
        if (tellHandler) {
            ran.handler().gaveUp(job, kept);
        }
    }

    private int update(CompletedRun ran, String set, String and, Object... values) {
        return sql.update(
                "UPDATE job_queue SET owner = NULL, " + set + JobQueue.CLAIMED + and,
                queue.claimOf(ran.claim(), values));
    }

    private void mayStart(String lane) {
        transactions.afterCommit(() -> ready.accept(lane));
    }

    private static void mustBeOurs(int rows) {
        if (rows == 0) {
            throw new LostJobException();
        }
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The job belongs to another worker by now, so the transaction is rolled back. */
    static final class LostJobException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

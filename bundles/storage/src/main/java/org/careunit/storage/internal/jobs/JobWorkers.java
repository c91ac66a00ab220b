package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.careunit.operations.DaemonThreads;
import org.careunit.storage.internal.jobs.JobRunner.CompletedRun;
import org.careunit.storage.internal.jobs.WorkerLimits.Group;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that run claimed jobs, group by group, and record the outcomes. */
final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    /** Time that running jobs have to end at a close. */
    static final Duration DRAIN = Duration.ofSeconds(4);

    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private final WorkerLimits limits;
    private final JobRunner runner;
    private final JobOutcomeRecorder recorder;
    private final Runnable freed;
    private final ExecutorService threads;
    private volatile boolean open = true;

    /** @param freed run after each group, while this is open: there may be room for more jobs */
    JobWorkers(int workers, WorkerLimits limits, JobOutcomeRecorder recorder, Runnable freed) {
        this.limits = limits;
        this.runner = new JobRunner(recorder::isHeld);
        this.recorder = recorder;
        this.freed = freed;
        this.threads = Executors.newFixedThreadPool(workers, DaemonThreads.numbered("careunit-job"));
    }

    boolean isOpen() {
        return open;
    }

    /** From now on no further group is started by a worker that becomes free. */
    void stopStarting() {
        open = false;
    }

    /** Lets running jobs end, for some seconds, then interrupts them. */
    @Override
    public void close() {
        threads.shutdown();
        if (!ended(DRAIN)) {
            recorder.close();
            threads.shutdownNow();
            if (!ended(AFTER_INTERRUPT)) {
                LOG.warn("{} jobs did not end when they were interrupted", limits.running());
            }
        }
        recorder.close();
    }

    private boolean ended(Duration wait) {
        try {
            return threads.awaitTermination(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts workers for what was claimed, as many as are free. */
    void startAll() {
        for (Optional<Group> next = limits.start(); next.isPresent(); next = limits.start()) {
            Group group = next.get();
            try {
                threads.execute(() -> work(group));
            } catch (RejectedExecutionException closed) {
                limits.ended(group);
                return; // given back when the node leaves
            }
        }
    }

    private void work(Group group) {
        try {
            List<CompletedRun> ran = runner.run(group);
            recorder.record(
                    open
                            ? ran
                            : ran.stream().filter(JobWorkers::wasNotInterrupted).toList());
            ran.forEach(one -> recordOutcome(group, one.outcome()));
        } catch (RuntimeException | Error failure) {
            LOG.error("A worker failed with jobs of {}", group.lane(), failure);
        } finally {
            limits.ended(group);
            if (open) {
                startAll();
                freed.run();
            }
        }
    }

    /** A job that failed because this node stops has not failed: it is given back when the node leaves. */
    private static boolean wasNotInterrupted(CompletedRun ran) {
        return !(ran.outcome() instanceof JobOutcome.TryLater);
    }

    private void recordOutcome(Group group, JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Rest rest) {
            boolean all = rest.scope() == JobOutcome.Rest.Scope.TYPE;
            String name = all ? group.handler().type() : group.lane();
            LOG.info("Jobs of {} rest on this node, no attempt counted: {}", name, rest.reason());
            limits.rest(name, group.handler(), rest.pause(), rest.reason());
        } else if (outcome instanceof JobOutcome.OurFault fault) {
            limits.ourFault(group, fault.reason());
        } else if (!(outcome instanceof JobOutcome.NotNow)) {
            limits.succeeded(group);
        }
    }
}

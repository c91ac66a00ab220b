package org.careunit.storage.internal.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;

/** Gives a claimed job to its handler, if there still is one and a worker of its lane is free. */
public final class JobRunner implements ExecutionHandler<JobData> {

    private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(30);

    private final JobHandlers handlers;
    private final Lanes types;
    private final Lanes destinations;
    private final JobBook book;
    private final Paced looking;

    public JobRunner(JobHandlers handlers, Lanes types, Lanes destinations, JobBook book, Paced looking) {
        this.handlers = handlers;
        this.types = types;
        this.destinations = destinations;
        this.book = book;
        this.looking = looking;
    }

    @Override
    public CompletionHandler<JobData> execute(TaskInstance<JobData> claimed, ExecutionContext context) {
        Job job = claimed.getData().job(JobId.parse(claimed.getId()));
        Optional<JobHandler> handler = handlers.of(job.id().type());
        if (handler.isEmpty() || !enter(job.id(), handler.get())) {
            return putBack(job, context.getExecution().executionTime);
        }
        JobOutcome outcome;
        try {
            outcome = outcome(handler.get(), job);
        } finally {
            leave(job.id());
        }
        boolean cutShort = context.getSchedulerState().isShuttingDown() && outcome instanceof JobOutcome.TryLater;
        return cutShort
                ? book.release(job, context.getExecution().executionTime)
                : book.record(job, handler.get(), outcome);
    }

    /** Gives it back and has it looked for again: a worker may have looked for it in vain just before. */
    private CompletionHandler<JobData> putBack(Job job, Instant due) {
        CompletionHandler<JobData> release = book.release(job, due);
        return (complete, operations) -> {
            release.complete(complete, operations);
            looking.ask();
        };
    }

    /** Takes a worker of the destination and one of the type, or none. */
    private boolean enter(JobId job, JobHandler handler) {
        if (!destinations.enter(job.lane(), handler.workersPerDestination())) {
            return false;
        }
        if (!types.enter(job.type(), handler.workers())) {
            destinations.leave(job.lane());
            return false;
        }
        return true;
    }

    private void leave(JobId job) {
        switch (Collections.max(List.of(destinations.leave(job.lane()), types.leave(job.type())))) {
            case AT_ONCE -> looking.now();
            case SOON -> looking.ask();
            case NOT -> {}
        }
    }

    private static JobOutcome outcome(JobHandler handler, Job job) {
        try {
            return handler.run(job);
        } catch (UnavailableException notNow) {
            return JobOutcome.notNow(notNow.getMessage(), UNAVAILABLE_PAUSE);
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return JobOutcome.tryLater(failure.toString());
        }
    }
}

package org.careunit.storage.internal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Job;
import org.careunit.storage.JobHandler;
import org.careunit.storage.JobId;
import org.careunit.storage.JobOutcome;

/** Gives a claimed job to its handler, if there still is one and a worker of its lane is free. */
final class JobRunner implements ExecutionHandler<JobData> {

    private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(30);

    private final JobHandlers handlers;
    private final Lanes types;
    private final Lanes destinations;
    private final JobBook book;
    private final Runnable onFreeWorker;

    JobRunner(JobHandlers handlers, Lanes types, Lanes destinations, JobBook book, Runnable onFreeWorker) {
        this.handlers = handlers;
        this.types = types;
        this.destinations = destinations;
        this.book = book;
        this.onFreeWorker = onFreeWorker;
    }

    @Override
    public CompletionHandler<JobData> execute(TaskInstance<JobData> claimed, ExecutionContext context) {
        Job job = claimed.getData().job(JobId.parse(claimed.getId()));
        Optional<JobHandler> handler = handlers.of(job.id().type());
        if (handler.isEmpty() || !enter(job.id(), handler.get())) {
            return book.release(job, context.getExecution().executionTime);
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

    /** Takes a worker of the type and one of the destination, or none. */
    private boolean enter(JobId job, JobHandler handler) {
        if (!types.enter(job.type(), handler.workers())) {
            return false;
        }
        if (!destinations.enter(job.lane(), handler.workersPerDestination())) {
            types.leave(job.type());
            return false;
        }
        return true;
    }

    private void leave(JobId job) {
        boolean moreOfTheLane = destinations.leave(job.lane());
        boolean moreOfTheType = types.leave(job.type());
        if (moreOfTheLane || moreOfTheType) {
            onFreeWorker.run();
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

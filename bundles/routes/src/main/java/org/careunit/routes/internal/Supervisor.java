package org.careunit.routes.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RunningRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one adapter's routes running: starts them, retries with growing pauses while they do not start, and publishes
 * them while all of them run. It uses one thread of its own, so a gateway that hangs blocks no other adapter, and that
 * thread can be interrupted, unlike that of Camel's supervising controller.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final AdapterRoutes adapter;
    private final Function<RunningRoutes, Runnable> publisher;
    private final Backoff pauses;
    private final Duration patience;
    private final AdapterThreads threads;
    private final ScheduledThreadPoolExecutor worker;

    private Future<?> attempt;

    // The worker's alone.
    private AdapterContext context;
    private Runnable withdrawal;
    private int failures;

    /**
     * @param publisher publishes running routes and returns an action that withdraws them
     * @param patience how long closing may take
     */
    Supervisor(AdapterRoutes adapter, Function<RunningRoutes, Runnable> publisher, Backoff pauses, Duration patience) {
        this.adapter = adapter;
        this.publisher = publisher;
        this.pauses = pauses;
        this.patience = patience;
        this.threads = new AdapterThreads(adapter);
        this.worker = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start() {
        attemptAfter(Duration.ZERO);
    }

    private synchronized void attemptAfter(Duration pause) {
        attempt = worker.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void interruptAttempt() {
        attempt.cancel(true);
    }

    private void attempt() {
        try {
            context = AdapterContext.start(adapter, () -> worker.execute(this::publishWhatRuns));
            failures = 0;
            publishWhatRuns();
        } catch (Exception | LinkageError e) {
            failures++;
            Duration pause = pauses.after(failures);
            explain(e, pause);
            attemptAfter(pause);
        }
    }

    private void explain(Throwable failure, Duration pause) {
        if (failures == 1 && !worker.isShutdown()) {
            LOG.warn(
                    "The routes of {} do not run: {}. Check the configuration careunit.{} and that the"
                            + " other side answers."
                            + " Next attempt in {} s, later ones up to {} s apart.",
                    adapter.name(),
                    rootOf(failure),
                    adapter.name(),
                    pause.toSeconds(),
                    pauses.longest().toSeconds());
        }
        LOG.debug("Attempt {} to run the routes of {} failed.", failures, adapter.name(), failure);
    }

    /** The first cause, in one line: its text may come from the other side. */
    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().replaceAll("[\\r\\n]+", " ");
    }

    private void publishWhatRuns() {
        boolean closing = worker.isShutdown();
        boolean runs = !closing && context != null && context.allRun();
        if (runs && withdrawal == null) {
            withdrawal = publisher.apply(context);
            LOG.info("The routes of {} run.", adapter.name());
        } else if (!runs && withdrawal != null) {
            withdraw();
            LOG.info("The routes of {} do not all run any more.", adapter.name());
        }
    }

    private void withdraw() {
        if (withdrawal != null) {
            withdrawal.run();
            withdrawal = null;
        }
    }

    private void stop() {
        withdraw();
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Withdraws the routes, lets what is under way come to an end, and stops them. */
    @Override
    public void close() {
        if (worker.isShutdown()) {
            return;
        }
        interruptAttempt();
        Future<?> stopped = worker.submit(this::stop);
        worker.shutdown();
        try {
            stopped.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "The routes of {} did not stop within {} s. Their thread {} ends when their endpoint"
                            + " lets go of it.",
                    adapter.name(),
                    patience.toSeconds(),
                    threads.name());
        } catch (ExecutionException e) {
            LOG.warn("The routes of {} did not stop cleanly.", adapter.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

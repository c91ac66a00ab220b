package org.careunit.settings.internal.archive;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.DaemonThreads;

/**
 * Calls the host's services on separate threads with a time-out, so that a hanging call blocks no worker; when too many
 * hang, no further calls are made. The host's error texts are not repeated, since they may contain personal data.
 */
final class HostCalls implements AutoCloseable {

    private static final int MOST_AT_ONCE = 16;

    private final ExecutorService threads;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Duration patience;

    HostCalls(Duration patience) {
        this.patience = patience;
        threads = Executors.newCachedThreadPool(DaemonThreads.numbered("careunit-archive-host"));
    }

    /**
     * Makes a call that must return a value.
     *
     * @param what such as {@code ClosedCases.closedCases of SE…}
     * @throws UnavailableException if the host says so, or gives no answer in time
     * @throws HostFaultException if it throws something else, or gives null
     */
    <T> T call(String what, Callable<T> call) {
        try {
            T answer = answer(what, call);
            if (answer == null) {
                throw new HostFaultException(what + ": the host gave null");
            }
            return answer;
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof UnavailableException notNow) {
                throw new UnavailableException(
                        UnavailableProblem.HOST, what + ": the host says that it is unavailable", notNow);
            }
            throw new HostFaultException(
                    what + ": the host threw " + thrown.getCause().getClass().getName());
        }
    }

    /** As {@link #call}, but null is allowed and exceptions of the host are passed on. */
    <T> T answer(String what, Callable<T> call) throws ExecutionException {
        if (!free.tryAcquire()) {
            throw new UnavailableException(
                    UnavailableProblem.HOST, what + ": " + MOST_AT_ONCE + " calls of the host have not come back yet");
        }
        Future<T> answer = threads.submit(() -> {
            try {
                return call.call();
            } finally {
                free.release();
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new UnavailableException(
                    UnavailableProblem.HOST,
                    what + ": the host gave no answer within " + patience.toSeconds() + " s",
                    slow);
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnavailableException(UnavailableProblem.HOST, what + ": this node is stopping", stop);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

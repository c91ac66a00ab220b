package org.careunit.directory.internal.ldap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.careunit.directory.internal.DirectoryException;
import org.careunit.directory.internal.DirectoryFault;

/**
 * Limits the total time of an operation: connecting, login and each page of an answer have limits of their own, but
 * their sum has none. Runs on a bounded number of threads, so that hanging operations do not pile up.
 */
public final class Deadline implements AutoCloseable {

    private static final int THREADS = 64;

    private final Duration limit;
    private final ThreadPoolExecutor threads;

    public Deadline(Duration limit) {
        this.limit = limit;
        this.threads =
                new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Deadline::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "careunit-directory");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does it.
     *
     * @param other the limit, in place of the usual one
     * @throws DirectoryException if the time is up, or there is no thread to do it in
     */
    public <T> T keep(Optional<Duration> other, Callable<T> work) {
        Duration time = other.orElse(limit);
        Future<T> result = begin(work);
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new DirectoryException(DirectoryFault.NO_ANSWER, time.toMillis() + " ms");
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new DirectoryException(DirectoryFault.BROKEN_OFF, "");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> Future<T> begin(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw new DirectoryException(DirectoryFault.BUSY, THREADS + " at once");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

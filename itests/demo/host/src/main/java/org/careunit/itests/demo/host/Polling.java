package org.careunit.itests.demo.host;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.careunit.api.failure.UnavailableException;

/** Waits for a condition by polling. */
final class Polling {

    private static final long PAUSE_MILLIS = 100;
    private static final long LONGEST_SECONDS = 120;

    private final ScheduledExecutorService timer;

    Polling(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @throws IllegalStateException if it is not so after a while, or looking fails for good */
    void until(String what, BooleanSupplier isSo) throws InterruptedException {
        until(what, isSo, () -> "");
    }

    /** @param found says in the exception what is so instead */
    void until(String what, BooleanSupplier isSo, Supplier<String> found) throws InterruptedException {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        ScheduledFuture<?> looks =
                timer.scheduleWithFixedDelay(() -> look(isSo, reached), 0, PAUSE_MILLIS, MILLISECONDS);
        try {
            reached.get(LONGEST_SECONDS, SECONDS);
        } catch (TimeoutException tooLong) {
            throw new IllegalStateException(
                    "Waited " + LONGEST_SECONDS + " s in vain until " + what + "; " + found.get(), tooLong);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(
                    "Waited until " + what + ", but: " + broken.getCause().getMessage(), broken);
        } finally {
            looks.cancel(false);
        }
    }

    /** Does something, and again while a service that it needs is unavailable, as every host has to. */
    void untilDone(String what, Runnable deed) throws InterruptedException {
        until(what, () -> {
            deed.run();
            return true;
        });
    }

    private static void look(BooleanSupplier isSo, CompletableFuture<Void> reached) {
        try {
            if (!reached.isDone() && isSo.getAsBoolean()) {
                reached.complete(null);
            }
        } catch (UnavailableException notNow) {
            // it is looked at again
        } catch (RuntimeException | LinkageError broken) {
            reached.completeExceptionally(broken);
        }
    }
}

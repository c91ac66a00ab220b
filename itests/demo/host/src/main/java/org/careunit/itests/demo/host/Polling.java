package org.careunit.itests.demo.host;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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

    /** @throws IllegalStateException if it is not so after a while */
    void until(String what, BooleanSupplier isSo) throws InterruptedException {
        until(what, isSo, () -> "");
    }

    /** @param found says in the exception what is so instead */
    void until(String what, BooleanSupplier isSo, Supplier<String> found) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScheduledFuture<?> looks = timer.scheduleWithFixedDelay(
                () -> {
                    if (look(isSo)) {
                        reached.countDown();
                    }
                },
                0,
                PAUSE_MILLIS,
                MILLISECONDS);
        try {
            if (!reached.await(LONGEST_SECONDS, SECONDS)) {
                throw new IllegalStateException(
                        "Waited " + LONGEST_SECONDS + " s in vain until " + what + "; " + found.get());
            }
        } finally {
            looks.cancel(false);
        }
    }

    private static boolean look(BooleanSupplier isSo) {
        try {
            return isSo.getAsBoolean();
        } catch (UnavailableException notNow) {
            return false;
        }
    }
}

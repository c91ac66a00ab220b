package org.careunit.itests.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.careunit.api.failure.CareunitException;

/** Runs steps one after the other and records their results. */
final class Steps {

    /** Much longer than it may take: a busy machine is no failure. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final List<Step> done = new ArrayList<>();

    /** Does something that is allowed; its answer is what it returns. */
    void does(String what, Supplier<?> work) {
        try {
            done.add(new Step(what, String.valueOf(work.get()), true));
        } catch (CareunitException refused) {
            done.add(new Step(what, refused.getClass().getSimpleName() + ": " + refused.getMessage(), false));
        }
    }

    /** Tries something that is to be refused in that way; its answer is what the refusal says. */
    void isRefused(String what, Class<? extends CareunitException> how, Runnable work) {
        try {
            work.run();
            done.add(new Step(what, "DONE, and should not be", false));
        } catch (CareunitException refused) {
            done.add(new Step(what, refused.getMessage(), how.isInstance(refused)));
        }
    }

    /** Waits for something that is to become so within a second. */
    void becomes(String what, BooleanSupplier isSo) {
        CountDownLatch never = new CountDownLatch(1);
        long began = System.nanoTime();
        try {
            while (!isSo.getAsBoolean() && System.nanoTime() - began < PATIENCE_NANOS) {
                if (never.await(10, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        done.add(new Step(what, "after " + millis + " ms", isSo.getAsBoolean()));
    }

    /** Notes whether something is as it should be. */
    void check(String what, Object answer, boolean expected) {
        done.add(new Step(what, String.valueOf(answer), expected));
    }

    List<Step> done() {
        return List.copyOf(done);
    }
}

package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/**
 * Contract of every service that a host implements: unavailable is an exception and no empty answer, it answers within
 * seconds, on any thread and on many at once, and nothing that might be logged says who a case is about.
 */
public abstract class HostServiceContract {

    /** What Careunit's jobs wait for before they are told to be held up by a host. */
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static final int THREADS = 8;
    private static final int CALLS = 25;

    /** Takes away what the service needs: its database, its own host. */
    protected abstract void takeAway();

    /** Gives back what was taken away. */
    protected abstract void giveBack();

    /**
     * Asks the service about something that it knows.
     *
     * @return its answer, in a form that equals that to the same question
     */
    abstract Object askAboutKnown();

    @Test
    void answersWithinSeconds() {
        assertTimeoutPreemptively(SECONDS, this::askAboutKnown);
    }

    @Test
    void whatCannotBeSaidNowIsUnavailableAndNotEmpty() {
        takeAway();
        try {
            assertThrows(UnavailableException.class, () -> assertTimeoutPreemptively(SECONDS, this::askAboutKnown));
        } finally {
            giveBack();
        }
    }

    @Test
    void answersAgainWhenWhatItNeedsIsBack() {
        Object before = askAboutKnown();
        takeAway();
        giveBack();
        assertEquals(before, askAboutKnown());
    }

    @Test
    void answersOnAnyThread() throws Exception {
        Object here = askAboutKnown();
        assertEquals(here, onOtherThreads(1, 1, this::askAboutKnown).get(0));
    }

    @Test
    void answersManyThreadsAtOnce() throws Exception {
        Object here = askAboutKnown();
        onOtherThreads(THREADS, CALLS, this::askAboutKnown).forEach(there -> assertEquals(here, there));
    }

    @Test
    void noFailureSaysWhoACaseIsAbout() {
        takeAway();
        try {
            for (Throwable why = failure(this::askAboutKnown); why != null; why = why.getCause()) {
                assertSaysNothing(String.valueOf(why));
            }
        } finally {
            giveBack();
        }
    }

    private static Throwable failure(Supplier<?> call) {
        try {
            return new AssertionError("There is an answer: " + (call.get() == null ? "null" : "not null"));
        } catch (RuntimeException expected) {
            return expected;
        }
    }

    /** Fails if a text says anything of the canary; the message does not repeat it. */
    static void assertSaysNothing(String text) {
        assertEquals(List.of(), Canary.PERSON.foundIn(text), "personal data in a text that may be logged");
    }

    /** As Careunit's jobs call: on threads without a context class loader of the host's. */
    static <T> List<T> onOtherThreads(int threads, int calls, Callable<T> call)
            throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "careunit-job");
            thread.setContextClassLoader(null);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads * calls; i++) {
                futures.add(executor.submit(call));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Fails if there is no answer at all. */
    static <T> T assertAnswered(T answer) {
        assertNotNull(answer, "null is no answer");
        return answer;
    }
}

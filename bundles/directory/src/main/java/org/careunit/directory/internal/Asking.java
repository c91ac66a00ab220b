package org.careunit.directory.internal;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.directory.internal.Question.Answer;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/** Asks EK by the routes while they run: within the time-out, not while the breaker is open, and never a second time. */
final class Asking {

    private final AtomicReference<RunningRoutes> routes = new AtomicReference<>();
    private final Deadline deadline;
    private final Breaker breaker;
    private final Outage outage;
    private final Tally tally;
    private final Clock clock;

    Asking(Deadline deadline, Breaker breaker, Outage outage, Tally tally, Clock clock) {
        this.deadline = deadline;
        this.breaker = breaker;
        this.outage = outage;
        this.tally = tally;
        this.clock = clock;
    }

    void use(RunningRoutes running) {
        routes.set(running);
    }

    void leave(RunningRoutes stopped) {
        routes.compareAndSet(stopped, null);
    }

    /** @throws DirectoryException if EK cannot be asked now */
    <A extends Answer> A ask(Question<A> question) {
        if (!breaker.allows()) {
            throw outage.lastFailure();
        }
        return askAnyway(question);
    }

    /** The same while the breaker is open. */
    <A extends Answer> A askAnyway(Question<A> question) {
        long begun = System.nanoTime();
        try {
            A answer = deadline.keep(() -> request(question));
            tally.answered(System.nanoTime() - begun, clock.instant());
            breaker.succeeded();
            outage.ended();
            return answer;
        } catch (DirectoryException failure) {
            judge(failure);
            throw failure;
        } catch (RuntimeException fault) {
            breaker.failed();
            throw fault;
        }
    }

    private void judge(DirectoryException failure) {
        switch (failure.trouble()) {
            case ROUTES, BUSY, BROKEN_OFF -> breaker.undecided();
            default -> {
                breaker.failed();
                outage.began(failure);
            }
        }
    }

    private <A extends Answer> A request(Question<A> question) {
        RunningRoutes running = routes.get();
        if (running == null) {
            throw new DirectoryException(Trouble.ROUTES, "");
        }
        try {
            return running.request(question.endpoint(), question, Map.of(), question.answer());
        } catch (RoutesStoppedException e) {
            throw new DirectoryException(Trouble.ROUTES, e.getMessage());
        } catch (RouteFailedException e) {
            throw e.getCause() instanceof DirectoryException known
                    ? known
                    : new DirectoryException(
                            Trouble.OTHER, e.getCause().getClass().getSimpleName());
        }
    }
}

package org.careunit.directory.internal;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.directory.internal.DirectoryQuery.Answer;
import org.careunit.directory.internal.ldap.Deadline;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/**
 * Sends look-ups to EK through the routes while they run: within the time-out, not while the channel rests, and never a
 * second time.
 */
public final class DirectoryClient {

    private final AtomicReference<RunningRoutes> routes = new AtomicReference<>();
    private final Deadline deadline;
    private final ChannelState state;
    private final RepeatedFailures repeated;
    private final DirectoryMetrics metrics;
    private final Clock clock;

    public DirectoryClient(
            Deadline deadline, ChannelState state, RepeatedFailures repeated, DirectoryMetrics metrics, Clock clock) {
        this.deadline = deadline;
        this.state = state;
        this.repeated = repeated;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void use(RunningRoutes running) {
        routes.set(running);
    }

    public void leave(RunningRoutes stopped) {
        routes.compareAndSet(stopped, null);
    }

    /** @throws UnavailableException if EK cannot be asked now; the message says why and what to do */
    public <A extends Answer> A ask(DirectoryQuery<A> question) {
        if (!repeated.allows(question.key())) {
            throw new UnavailableException(UnavailableProblem.DIRECTORY, DirectoryFault.ENTRY.sentence(""));
        }
        state.enter();
        try {
            return askAnyway(question);
        } catch (DirectoryException failure) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY, "EK cannot be asked now: " + failure.getMessage(), failure);
        }
    }

    /** The same while the channel rests. */
    public <A extends Answer> A askAnyway(DirectoryQuery<A> question) {
        long begun = System.nanoTime();
        try {
            A answer = deadline.keep(question.timeLimit(), () -> request(question));
            metrics.answered(System.nanoTime() - begun, clock.instant());
            repeated.succeeded(question.key());
            state.answered();
            return answer;
        } catch (DirectoryException failure) {
            judge(question, failure.fault());
            throw failure;
        }
    }

    private void judge(DirectoryQuery<?> question, DirectoryFault fault) {
        if (fault.isOurs()) {
            return;
        }
        boolean isKnownOfThisOne = fault.mayBeOfOneEntry() && !repeated.isFirst(question.key());
        if (!isKnownOfThisOne) {
            state.failed(fault);
        }
    }

    private <A extends Answer> A request(DirectoryQuery<A> question) {
        RunningRoutes running = routes.get();
        if (running == null) {
            throw new DirectoryException(DirectoryFault.ROUTES, "");
        }
        try {
            return running.request(question.endpoint(), question, Map.of(), question.answer());
        } catch (RoutesStoppedException e) {
            throw new DirectoryException(DirectoryFault.ROUTES, e.getMessage());
        } catch (RouteFailedException e) {
            throw e.getCause() instanceof DirectoryException known
                    ? known
                    : new DirectoryException(
                            DirectoryFault.ENTRY, e.getCause().getClass().getSimpleName());
        }
    }
}

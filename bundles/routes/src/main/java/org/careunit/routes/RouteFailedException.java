package org.careunit.routes;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Thrown if a route failed while processing a message. The {@linkplain #getCause() cause}, never null, is the route's
 * exception; only the adapter can decide whether it means later, never or our fault. The cause may quote the message,
 * so its text must not be logged.
 */
public final class RouteFailedException extends RoutesException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 20;

    public RouteFailedException(String adapter, String endpoint, Throwable cause) {
        super(
                adapter + ": the route from " + endpoint + " failed: "
                        + cause.getClass().getName(),
                cause);
    }

    /** Whether Careunit itself is at fault: neither the other side nor an interruption is among the causes. */
    public boolean isOurFault() {
        List<Throwable> causes = Stream.iterate(getCause(), cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        Throwable root = causes.get(causes.size() - 1);
        return (root instanceof RuntimeException || root instanceof Error)
                && causes.stream()
                        .noneMatch(cause -> cause instanceof IOException || cause instanceof InterruptedException);
    }

    /** Description of a fault of ours: the class of its first cause alone, since its text may quote the message. */
    public String ourFault() {
        return "fault in Careunit: " + getCause().getClass().getSimpleName();
    }
}

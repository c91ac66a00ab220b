package org.careunit.routes;

/**
 * A route took a message and failed. The {@linkplain #getCause() cause}, never null, is what the route threw, and only
 * the adapter can tell whether it means later, never or our fault. The cause may quote the message: its text is not for
 * a log.
 */
public final class RouteFailedException extends RoutesException {

    private static final long serialVersionUID = 1L;

    public RouteFailedException(String adapter, String endpoint, Throwable cause) {
        super(
                adapter + ": the route from " + endpoint + " failed: "
                        + cause.getClass().getName(),
                cause);
    }
}

package org.careunit.routes;

/** Thrown if the routes stopped before the message was processed. It may be tried again when they run. */
public final class RoutesStoppedException extends RoutesException {

    private static final long serialVersionUID = 1L;

    public RoutesStoppedException(String adapter, String endpoint, Throwable cause) {
        super(adapter + ": the route from " + endpoint + " has stopped", cause);
    }
}

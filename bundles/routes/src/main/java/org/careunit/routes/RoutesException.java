package org.careunit.routes;

/** Thrown if a request to an adapter's routes brought no answer. */
public abstract sealed class RoutesException extends RuntimeException
        permits RouteFailedException, RoutesStoppedException {

    private static final long serialVersionUID = 1L;

    RoutesException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.careunit.mail.internal;

import org.apache.camel.support.service.ServiceSupport;

/** Closes the connections when the routes' context stops, which is after the routes have drained. */
final class CloseWithRoutes extends ServiceSupport {

    private final Connections connections;

    CloseWithRoutes(Connections connections) {
        this.connections = connections;
    }

    @Override
    protected void doStop() {
        connections.close();
    }
}

package org.careunit.directory.internal;

import java.time.Duration;
import org.careunit.routes.internal.TestRoutes;

/** The port with its routes, put together as in the container, over a clock that is set. */
final class Port implements AutoCloseable {

    final LdapStaffDirectory directory;
    private final TestRoutes routes;

    Port(DirectoryConfig config, SettableClock clock, Memory memory) throws Exception {
        directory = new LdapStaffDirectory(config, clock, memory, new Breaker(5, Duration.ofSeconds(10), clock::nanos));
        routes = new TestRoutes(new DirectoryRoutes(config));
        directory.addRoutes(routes);
    }

    /** Has the routes withdrawn, as when they stop. */
    void withdrawRoutes() {
        directory.removeRoutes(routes);
    }

    void publishRoutes() {
        directory.addRoutes(routes);
    }

    @Override
    public void close() {
        directory.removeRoutes(routes);
        directory.close();
        routes.close();
    }
}

package org.careunit.directory.internal;

import java.util.Map;
import org.careunit.routes.internal.TestRoutes;

/** The port with its routes, put together as in the container, over a clock that is set. */
public final class Port implements AutoCloseable {

    public final DirectoryMetrics metrics = new DirectoryMetrics();
    public final LdapStaffDirectory directory;
    private final TestRoutes routes;

    public Port(Map<String, Object> config, SettableClock clock, AnswerCache cache) throws Exception {
        DirectorySettings settings = Configs.read(config);
        directory = new LdapStaffDirectory(settings, clock, clock::nanos, cache, metrics);
        routes = new TestRoutes(new DirectoryRoutes(settings));
        directory.setRoutes(routes);
    }

    /** Has the routes withdrawn, as when they stop. */
    public void withdrawRoutes() {
        directory.unsetRoutes(routes);
    }

    public void publishRoutes() {
        directory.setRoutes(routes);
    }

    @Override
    public void close() {
        directory.unsetRoutes(routes);
        directory.close();
        routes.close();
    }
}

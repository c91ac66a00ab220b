package org.careunit.routes.internal;

import java.util.Map;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RunningRoutes;

/** An adapter's routes, run as in the container, for tests of adapters. */
public final class TestRoutes implements RunningRoutes, AutoCloseable {

    private final AdapterContext context;

    /** @throws Exception whatever keeps the routes from running */
    public TestRoutes(AdapterRoutes adapter) throws Exception {
        context = AdapterContext.start(adapter, () -> {});
    }

    @Override
    public <T> T request(String endpoint, Object body, Map<String, Object> headers, Class<T> answer) {
        return context.request(endpoint, body, headers, answer);
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.careunit.routes.internal;

import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RunningRoutes;

/** An adapter's routes, run as in the container. */
public final class PeerRoutes implements AutoCloseable {

    private final AdapterContext context;

    public PeerRoutes(AdapterRoutes adapter) throws Exception {
        context = AdapterContext.start(adapter, () -> {});
    }

    public RunningRoutes running() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.careunit.routes.internal;

import java.util.concurrent.ThreadFactory;
import org.careunit.routes.AdapterRoutes;

/**
 * Makes threads that belong to one adapter: they carry its name and look for classes where it does, and what its
 * libraries leave in them goes when they go.
 */
record AdapterThreads(AdapterRoutes adapter) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name());
        thread.setContextClassLoader(adapter.getClass().getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    String name() {
        return "careunit-routes-" + adapter.name();
    }
}

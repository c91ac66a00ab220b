package org.careunit.routes.internal;

import java.util.concurrent.ThreadFactory;
import org.careunit.routes.AdapterRoutes;

/**
 * Creates the threads of one adapter, with its name and context class loader, so that thread-local data of its
 * libraries ends with the adapter.
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

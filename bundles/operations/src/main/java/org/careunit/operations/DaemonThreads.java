package org.careunit.operations;

import java.util.concurrent.ThreadFactory;

/** Creates named daemon threads. */
public final class DaemonThreads {

    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

package org.careunit.operations;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates daemon threads with names that show their purpose in a thread dump. */
public final class DaemonThreads {

    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** As above, with a number behind each name. */
    public static ThreadFactory numbered(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> named(name + "-" + number.incrementAndGet()).newThread(work);
    }
}

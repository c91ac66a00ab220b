package org.careunit.storage.internal.node;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that say in a thread dump whose they are, and that never keep a container from stopping. */
public final class NamedThreads {

    private NamedThreads() {}

    public static ThreadFactory of(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

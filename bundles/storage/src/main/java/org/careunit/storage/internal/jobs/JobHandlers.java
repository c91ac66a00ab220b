package org.careunit.storage.internal.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.careunit.storage.jobs.JobHandler;

/** The job handlers that are registered on this node now, by type. */
public final class JobHandlers {

    private final Map<String, JobHandler> byType = new ConcurrentHashMap<>();
    private final Set<Runnable> onArrival = new CopyOnWriteArraySet<>();

    public void add(JobHandler handler) {
        byType.put(handler.type(), handler);
        onArrival.forEach(Runnable::run);
    }

    public void remove(JobHandler handler) {
        byType.remove(handler.type(), handler);
    }

    public Optional<JobHandler> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    public Set<String> types() {
        return new TreeSet<>(byType.keySet());
    }

    /** Has the action run whenever a handler arrives, until the returned action is run. */
    public Runnable onArrival(Runnable action) {
        onArrival.add(action);
        return () -> onArrival.remove(action);
    }
}

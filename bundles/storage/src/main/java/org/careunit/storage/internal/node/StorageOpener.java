package org.careunit.storage.internal.node;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes the store on a thread of its own, one thing after the other: so a database that is slow or away does
 * not hold up the container, and a new configuration never meets a half-open store.
 */
public final class StorageOpener {

    private static final Logger LOG = LoggerFactory.getLogger(StorageOpener.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(NamedThreads.of("careunit-storage-opener"));
    private final Registry registry;
    private final JobHandlers handlers;
    private final StorageSettingsReader reader;

    /** Why the store is not open; for an operator. */
    private volatile String closedBecause = "It is being opened";

    private volatile StorageNode node;

    // Touched by the opener's thread only.
    private StorageSettings wanted;

    public StorageOpener(Registry registry, JobHandlers handlers, StorageSettingsReader reader) {
        this.registry = registry;
        this.handlers = handlers;
        this.reader = reader;
    }

    /** Takes a configuration; one that is wrong is reported and changes nothing. */
    public void configure(Map<String, Object> configuration) {
        thread.execute(() -> take(configuration));
    }

    /** Closes the store; returns when its services are gone and its threads have ended. */
    public void close() {
        thread.execute(this::shut);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The store did not close within {}", CLOSING);
                thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The open store; empty while it is closed. */
    public Optional<StorageNode> node() {
        return Optional.ofNullable(node);
    }

    /** Why it is closed, for an operator; of no meaning while it is open. */
    public String closedBecause() {
        return closedBecause;
    }

    private void take(Map<String, Object> configuration) {
        StorageSettings settings;
        try {
            settings = reader.read(configuration);
        } catch (RefusedException wrong) {
            LOG.warn(
                    "{}. {}",
                    wrong.getMessage(),
                    wanted == null ? "The store stays closed until this is mended" : "The store stays as it is");
            closedBecause = wrong.getMessage();
            return;
        }
        if (settings.equals(wanted)) {
            return;
        }
        shut();
        wanted = settings;
        open(settings, FIRST_PAUSE);
    }

    private void open(StorageSettings settings, Duration pause) {
        if (!settings.equals(wanted)) {
            return;
        }
        try {
            node = StorageNode.open(settings, handlers);
            registry.register(node.services());
        } catch (SQLException | RuntimeException | LinkageError failure) {
            LOG.warn("The store cannot be opened ({}); tried again in {}. {}", place(settings), pause, advice(failure));
            LOG.debug("Why the store cannot be opened", failure);
            closedBecause = advice(failure);
            Duration next = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            thread.schedule(() -> open(settings, next), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void shut() {
        wanted = null;
        if (node != null) {
            registry.unregister();
            node.close();
            node = null;
        }
    }

    private static String place(StorageSettings settings) {
        return settings.server().map(Object::toString).orElseGet(() -> "embedded, in " + settings.directory());
    }

    private static String advice(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure instanceof SQLException
                ? "Check url, user and .password of careunit.storage and that the server runs: " + root.getMessage()
                : root.getMessage();
    }

    /** Where the services of an open store are found by others. */
    public interface Registry {
        void register(Map<Class<?>, Object> services);

        void unregister();
    }
}

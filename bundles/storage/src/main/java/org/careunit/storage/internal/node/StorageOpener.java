package org.careunit.storage.internal.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.operations.configuration.CurrentSettings;
import org.careunit.operations.connection.TlsFault;
import org.careunit.storage.internal.database.Pools;
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
    private final CurrentSettings<StorageSettings> settings;

    /** Why the configuration cannot be used, though each value is right; empty if it can. */
    private volatile String unusable = "";

    /** Why the store is not open; for an operator. */
    private volatile String closedBecause = "It is being opened";

    private volatile StorageNode node;

    // Touched by the opener's thread only.
    private StorageSettings wanted;
    private StorageSettings pending;

    public StorageOpener(Registry registry, JobHandlers handlers, StorageSettingsReader reader) {
        this.registry = registry;
        this.handlers = handlers;
        this.settings = new CurrentSettings<>(reader::read, this::change);
    }

    /** What is wrong with the configuration as it is now; empty if nothing is. */
    public String fault() {
        return settings.fault().isEmpty() ? unusable : settings.fault();
    }

    /** Takes a configuration; one that is wrong is reported and changes nothing. */
    public void configure(Map<String, Object> configuration) {
        thread.execute(() -> settings.take(configuration));
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
        return settings.fault().isEmpty() ? closedBecause : settings.fault();
    }

    /** Replaces an open store only by one that can be reached: a mistyped password is a wrong configuration, too. */
    private void change(StorageSettings settings) {
        pending = settings;
        Optional<String> unreachable = node == null ? Optional.empty() : unreachable(settings);
        if (unreachable.isPresent()) {
            unusable = "careunit.storage: " + unreachable.get();
            LOG.warn("{}; the store stays as it is, tried again in {}", unusable, LONGEST_PAUSE);
            thread.schedule(() -> changeStill(settings), LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        unusable = "";
        if (settings.equals(wanted)) {
            return;
        }
        shut();
        wanted = settings;
        open(settings, FIRST_PAUSE);
    }

    private void changeStill(StorageSettings settings) {
        if (settings.equals(pending)) {
            change(settings);
        }
    }

    private static Optional<String> unreachable(StorageSettings settings) {
        if (settings.server().isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = Pools.postgres(settings.server().get()).getConnection()) {
            return connection.isClosed() ? Optional.of("the database closes connections") : Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(advice(failure));
        }
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
        Optional<TlsFault> tls = TlsFault.of(failure);
        if (tls.isPresent()) {
            return "the database: " + tls.get().what() + "; " + tls.get().advice();
        }
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

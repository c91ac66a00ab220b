package org.careunit.storage.internal.node;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.Durations;
import org.careunit.operations.configuration.CurrentSettings;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes the store on a thread of its own, one step after the other, so that a slow or unreachable database
 * does not block the container, and a new configuration is never applied to a half-open store.
 */
public final class StorageOpener {

    private static final Logger LOG = LoggerFactory.getLogger(StorageOpener.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.numbered("careunit-storage-opener"));
    private final Registry registry;
    private final JobHandlers handlers;
    private final CurrentSettings<StorageSettings> settings;

    /** Why the store is not open; for an operator. */
    private volatile String closedBecause = "It is being opened";

    /**
     * Why the store of the configuration that came last cannot be opened, while an earlier one is in force; empty if it
     * can.
     */
    private volatile Optional<String> rejected = Optional.empty();

    private volatile StorageNode node;

    /** The attempt under way; empty if there is none. */
    private final AtomicReference<OpeningAttempt> attempt = new AtomicReference<>();

    private volatile boolean closing;

    // Used by the opener's thread only.
    private StorageSettings wanted;

    /** Why it is closed, as the log has it; empty while it is open. */
    private String toldWhy = "";

    /**
     * A configuration that waits for its store to be reachable, while an earlier one is in force; null if none does.
     */
    private StorageSettings pending;

    public StorageOpener(Registry registry, JobHandlers handlers, StorageSettingsReader reader) {
        this.registry = registry;
        this.handlers = handlers;
        this.settings = new CurrentSettings<>(reader::read, this::change);
        // A close does not wait for the next attempt.
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Takes a configuration; one that is wrong is reported and changes nothing. */
    public void configure(Map<String, Object> configuration) {
        thread.execute(() -> take(configuration));
    }

    /**
     * Closes the embedded store and copies it to a server; afterwards it stays closed until a configuration comes. If
     * the copy fails, it is opened again.
     *
     * @return how many rows each table on the server has
     * @throws RefusedException if the store is not embedded and open, or the database is not empty
     * @throws UnavailableException if the server cannot be used
     */
    public Map<String, Long> copyTo(StorageSettings.Server server) {
        try {
            return thread.submit(() -> copy(server)).get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    UnavailableProblem.DATABASE,
                    "The wait for the copy was interrupted; careunit:health says how it stands",
                    stop);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CareunitException told) {
                throw told;
            }
            throw new UnavailableException(
                    UnavailableProblem.DATABASE,
                    "The store could not be copied: " + ConnectAdvice.of(failure.getCause()),
                    failure);
        }
    }

    private Map<String, Long> copy(StorageSettings.Server server) throws SQLException {
        StorageSettings embedded = wanted;
        if (node == null || !embedded.isEmbedded()) {
            throw StorageProblem.NOT_EMBEDDED.refused();
        }
        shut();
        try {
            Map<String, Long> copied = Pools.copy(embedded.directory(), server);
            closedBecause = "It was copied to " + server + ": set url, user and .password of careunit.storage";
            registry.closed();
            return copied;
        } catch (SQLException | RuntimeException failure) {
            wanted = embedded;
            open(embedded, FIRST_PAUSE);
            throw failure;
        }
    }

    /** Closes the store; returns when its services are gone and its threads have ended. */
    public void close() {
        closing = true;
        abortAttempt();
        thread.execute(this::shut);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The store did not close within {}", Durations.text(CLOSING));
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

    /** What is wrong with a newer configuration that is not in force; empty if the last one is. */
    public Optional<String> rejected() {
        return settings.fault().isEmpty() ? rejected : Optional.of(settings.fault());
    }

    /** Why it is closed, for an operator; of no meaning while it is open. */
    public String closedBecause() {
        return settings.fault().isEmpty() ? closedBecause : settings.fault();
    }

    private void take(Map<String, Object> configuration) {
        settings.take(configuration);
        if (!settings.fault().isEmpty()) {
            if (node == null) {
                registry.closed();
            }
        } else if (wanted == null) {
            // It was closed to be copied: the same configuration once more opens it again.
            settings.get().ifPresent(this::change);
        }
    }

    private void change(StorageSettings settings) {
        pending = null;
        toldWhy = "";
        if (settings.equals(wanted)) {
            rejected = Optional.empty();
        } else if (node == null) {
            wanted = settings;
            open(settings, FIRST_PAUSE);
        } else {
            replace(settings);
        }
    }

    /**
     * An open store is closed for another one only if that one can be reached: a mistyped password is no reason to
     * stop.
     */
    private void replace(StorageSettings settings) {
        try {
            Pools.probe(settings);
        } catch (SQLException | RuntimeException failure) {
            String why = "careunit.storage: the store of the new configuration (" + settings.place()
                    + ") cannot be opened: " + ConnectAdvice.of(failure);
            if (!settings.equals(pending) || !rejected.equals(Optional.of(why))) {
                LOG.warn("{}; the store stays as it is, tried again every {}", why, Durations.text(LONGEST_PAUSE));
            }
            rejected = Optional.of(why);
            LOG.debug("Why the store of the new configuration cannot be opened", failure);
            pending = settings;
            thread.schedule(() -> replaceLater(settings), LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        pending = null;
        StorageSettings before = wanted;
        shut();
        wanted = settings;
        if (!attempt(settings)) {
            LOG.warn("The store goes back to its last good configuration ({})", before.place());
            String why = closedBecause;
            wanted = before;
            open(before, FIRST_PAUSE);
            rejected = Optional.of(why);
        }
    }

    /** The other store may only have been away for a moment. */
    private void replaceLater(StorageSettings settings) {
        if (settings.equals(pending) && node != null) {
            replace(settings);
        }
    }

    private void open(StorageSettings settings, Duration pause) {
        if (closing || node != null || !settings.equals(wanted) || attempt(settings)) {
            return;
        }
        // once for each reason: an outage of hours is one line
        if (!closedBecause.equals(toldWhy)) {
            toldWhy = closedBecause;
            LOG.warn(
                    "The store cannot be opened ({}); tried again at least every {}. {}",
                    settings.place(),
                    Durations.text(LONGEST_PAUSE),
                    closedBecause);
        }
        Duration next = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        thread.schedule(() -> open(settings, next), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean attempt(StorageSettings settings) {
        OpeningAttempt opening = new OpeningAttempt();
        attempt.set(opening);
        StorageNode opened = null;
        try {
            if (closing) {
                return false;
            }
            opened = StorageNode.open(settings, handlers, opening);
            opening.end();
            if (opening.isAborted()) {
                opened.close();
                return false;
            }
            node = opened;
            registry.register(opened.services());
            rejected = Optional.empty();
            toldWhy = "";
            LOG.info("The store is open ({})", settings.place());
            return true;
        } catch (SQLException | RuntimeException | Error failure) {
            node = null;
            if (opened != null) {
                registry.unregister();
                opened.close();
            }
            LOG.debug("Why the store cannot be opened", failure);
            closedBecause = ConnectAdvice.of(failure);
            if (!closing) {
                registry.closed();
            }
            return closing;
        } finally {
            opening.end();
            attempt.set(null);
        }
    }

    private void abortAttempt() {
        OpeningAttempt now = attempt.get();
        if (now != null) {
            now.abort();
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

    /** Publishes the services of an open store. */
    public interface Registry {
        void register(Map<Class<?>, Object> services);

        void unregister();

        /** The store is closed and stays so for now. */
        default void closed() {}
    }
}

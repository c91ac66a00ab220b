package org.careunit.storage.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes on the same PostgreSQL that there is something to do now, and hears when they do. It rings after
 * the commit and not in it, because a NOTIFY makes committing transactions wait for each other; a ring that is lost
 * costs the time until the next poll. Rings that come close together become one.
 */
final class Doorbell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final String CHANNEL = "careunit_jobs";
    private static final int LISTEN_MILLIS = 1_000;
    private static final int RECONNECT_MILLIS = 2_000;

    private final DataSource source;
    private final Runnable onRing;
    private final Semaphore toRing = new Semaphore(0);
    private final Semaphore stopped = new Semaphore(0);
    private final Thread ringer;
    private final Thread listener;
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    private Doorbell(DataSource source, Runnable onRing) {
        this.source = source;
        this.onRing = onRing;
        this.ringer = NamedThreads.of("careunit-doorbell-ringer").newThread(() -> staying(this::ringOn));
        this.listener = NamedThreads.of("careunit-doorbell-listener").newThread(() -> staying(this::listenOn));
    }

    static Doorbell install(DataSource source, Runnable onRing) {
        Doorbell doorbell = new Doorbell(source, onRing);
        doorbell.ringer.start();
        doorbell.listener.start();
        return doorbell;
    }

    /** Rings at the other nodes; returns at once. */
    void ring() {
        toRing.release();
    }

    /** Keeps a connection for the work, and takes a new one when it breaks. */
    private void staying(Work work) {
        while (open) {
            try (Connection connection = source.getConnection()) {
                inUse.add(connection);
                while (open) {
                    work.on(connection);
                }
            } catch (SQLException broken) {
                inUse.removeIf(Doorbell::isClosed);
                LOG.debug(
                        "The doorbell's connection broke; jobs of other nodes are found by polling meanwhile", broken);
                pause();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void ringOn(Connection connection) throws SQLException, InterruptedException {
        if (!toRing.tryAcquire(LISTEN_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        toRing.drainPermits();
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + CHANNEL);
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        onRing.run();
        PGConnection bell = connection.unwrap(PGConnection.class);
        while (open) {
            PGNotification[] rings = bell.getNotifications(LISTEN_MILLIS);
            if (rings != null && rings.length > 0) {
                onRing.run();
            }
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    private void pause() {
        try {
            if (stopped.tryAcquire(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
                stopped.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        stopped.release(2);
        ringer.interrupt();
        inUse.forEach(Doorbell::cut);
        try {
            ringer.join(LISTEN_MILLIS * 2L);
            listener.join(LISTEN_MILLIS * 2L);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            LOG.debug("A connection of the doorbell was gone already", broken);
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }
}

package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.careunit.operations.DaemonThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task repeatedly in a thread of its own, on a connection outside the pool; reconnects when the connection
 * breaks.
 */
public final class DedicatedConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DedicatedConnection.class);
    private static final int RECONNECT_MILLIS = 1_000;
    private static final int CLOSE_MILLIS = 2_000;

    private final DataSource source;
    private final Work work;
    private final Semaphore stopped = new Semaphore(0);
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean open = true;

    private DedicatedConnection(String name, DataSource source, Work work) {
        this.source = source;
        this.work = work;
        this.thread = DaemonThreads.numbered(name).newThread(this::stay);
    }

    /** @param name of its thread */
    public static DedicatedConnection start(String name, DataSource source, Work work) {
        DedicatedConnection connection = new DedicatedConnection(name, source, work);
        connection.thread.start();
        return connection;
    }

    private void stay() {
        while (open) {
            try (Connection connection = source.getConnection()) {
                inUse.add(connection);
                work.begin(connection);
                while (open) {
                    work.runOnce(connection);
                }
            } catch (SQLException broken) {
                LOG.debug("A connection that other nodes are heard on broke", broken);
                if (open) {
                    work.broken();
                    pause();
                }
            } catch (InterruptedException stop) {
                return;
            } finally {
                inUse.clear();
            }
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
        stopped.release();
        thread.interrupt();
        inUse.forEach(DedicatedConnection::cut);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a connection under another thread. H2 has no abort; its close waits for the statement under way. */
    static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("A connection was gone already", broken);
        }
    }

    /** The task; an exception from it counts as loss of the connection. */
    @FunctionalInterface
    public interface Work {

        /** On each new connection, first. */
        default void begin(Connection connection) throws SQLException {}

        /** Called repeatedly; returns within some seconds. */
        void runOnce(Connection connection) throws SQLException, InterruptedException;

        /** Called when a connection broke, or none could be made. */
        default void broken() {}
    }
}

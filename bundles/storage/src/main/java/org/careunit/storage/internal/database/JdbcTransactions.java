package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Admission.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs transactions on JDBC connections; binds a connection to the thread while its transaction lasts. */
public final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    @SuppressWarnings("ThreadLocalUsage") // one per store, of which a test has several
    private final ThreadLocal<OpenTransaction> current = new ThreadLocal<>();

    /** Maximum number of attempts of work that is retried after a deadlock. */
    private static final int ATTEMPTS = 6;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final Connections connections;

    /** For the time before the node is open. */
    public JdbcTransactions(DataSource pool) {
        this.connections = use -> pool.getConnection();
    }

    public JdbcTransactions(MonitoredPool pool) {
        this.connections = pool::getConnection;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        OpenTransaction outer = current.get();
        return outer == null ? inNew(Use.TRANSACTION, work) : joined(outer, work);
    }

    @Override
    public <T> T callRepeatedly(Supplier<T> work) {
        OpenTransaction outer = current.get();
        if (outer != null) {
            return joined(outer, work);
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return inNew(Use.INTAKE, work);
            } catch (UnavailableException failure) {
                if (!SqlFailures.isRolledBackForOthers(failure)) {
                    throw failure;
                }
                LOG.debug("A transaction gave way to others and is done again", failure);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            }
        }
        return inNew(Use.INTAKE, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        onEnd(outcome -> {
            if (outcome == Outcome.COMMITTED) {
                action.run();
            }
        });
    }

    /** Registers an action to be run after the transaction has ended, before its {@code call} returns. */
    public void onEnd(Consumer<Outcome> action) {
        mustBeOpen().onEnd.add(action);
    }

    @Override
    public boolean isOpen() {
        return current.get() != null;
    }

    /**
     * Collects values that are processed just before the commit: those of a key together, in the order in which they
     * were added, and the keys in their own order, so that locks are always taken in the same order.
     *
     * @param action what is done with all values of the key; the one given with its first value
     */
    public <V> void beforeCommit(String key, V value, Consumer<List<V>> action) {
        collected(key, action).values.add(value);
    }

    @SuppressWarnings("unchecked") // all values under a key have the same type
    private <V> CollectedValues<V> collected(String key, Consumer<List<V>> action) {
        return (CollectedValues<V>)
                mustBeOpen().beforeCommit.computeIfAbsent(key, first -> new CollectedValues<>(action));
    }

    /** The connection of this thread's transaction, or null outside one. */
    public Connection connection() {
        OpenTransaction open = current.get();
        return open == null ? null : open.connection;
    }

    /** For work that makes sense only within a transaction, such as taking a lock. */
    public OpenTransaction mustBeOpen() {
        OpenTransaction open = current.get();
        if (open == null) {
            throw new IllegalStateException("This needs a transaction: call it inside Transactions.call");
        }
        return open;
    }

    private static <T> T joined(OpenTransaction outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            outer.rollbackOnly = true;
            throw failure;
        }
    }

    private <T> T inNew(Use use, Supplier<T> work) {
        OpenTransaction open = opened(use);
        current.set(open);
        try {
            return inside(open, work);
        } catch (SQLException failure) {
            throw open.outcome == Outcome.UNKNOWN
                    ? SqlFailures.unknownCommit(failure)
                    : SqlFailures.translated(failure);
        } finally {
            current.remove();
            giveBack(open.connection);
            open.onEnd.forEach(action -> runLogged(() -> action.accept(open.outcome)));
        }
    }

    private OpenTransaction opened(Use use) {
        try {
            return new OpenTransaction(connections.get(use));
        } catch (SQLException failure) {
            throw SqlFailures.translated(failure);
        }
    }

    private static <T> T inside(OpenTransaction open, Supplier<T> work) throws SQLException {
        Connection connection = open.connection;
        connection.setAutoCommit(false);
        try {
            T result = work.get();
            if (open.rollbackOnly) {
                throw new IllegalStateException("A part of this transaction failed, so all of it is rolled back");
            }
            open.beforeCommit.values().forEach(CollectedValues::run);
            commit(open);
            return result;
        } catch (Throwable failure) {
            rollback(connection, failure);
            throw failure;
        } finally {
            restore(connection);
        }
    }

    /** A connection that is lost while the server commits leaves unknown whether it did. */
    private static void commit(OpenTransaction open) throws SQLException {
        open.outcome = Outcome.UNKNOWN;
        try {
            open.connection.commit();
            open.outcome = Outcome.COMMITTED;
        } catch (SQLException failure) {
            if (!SqlFailures.isLost(failure)) {
                open.outcome = Outcome.ROLLED_BACK;
            }
            throw failure;
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("A connection could not be given back to the pool", broken);
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            LOG.debug("The pool will drop this connection", broken);
        }
    }

    private static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Something that should follow the end of a transaction failed; its outcome is not changed",
                    failure);
        }
    }

    /** Provides a connection for a kind of work. */
    @FunctionalInterface
    private interface Connections {
        Connection get(Use use) throws SQLException;
    }

    /** How a transaction ended. */
    public enum Outcome {
        COMMITTED,
        ROLLED_BACK,
        /** The connection was lost before the database said whether it committed. */
        UNKNOWN
    }

    /** A transaction under way on this thread. */
    public static final class OpenTransaction {

        private final Connection connection;
        private final Map<String, CollectedValues<?>> beforeCommit = new TreeMap<>();
        private final List<Consumer<Outcome>> onEnd = new ArrayList<>();
        private Outcome outcome = Outcome.ROLLED_BACK;
        private boolean rollbackOnly;

        private OpenTransaction(Connection connection) {
            this.connection = connection;
        }
    }

    /** Values to be dealt with before the commit. */
    private static final class CollectedValues<V> {

        private final List<V> values = new ArrayList<>();
        private final Consumer<List<V>> action;

        private CollectedValues(Consumer<List<V>> action) {
            this.action = action;
        }

        private void run() {
            action.accept(values);
        }
    }
}

package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.careunit.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one connection to the thread for as long as its transaction lasts. */
public final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    @SuppressWarnings("ThreadLocalUsage") // one per store, of which a test has several
    private final ThreadLocal<Open> current = new ThreadLocal<>();

    private final DataSource pool;

    public JdbcTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        Open outer = current.get();
        return outer == null ? inNew(work) : joined(outer, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        mustBeOpen().afterCommit.add(action);
    }

    @Override
    public boolean isOpen() {
        return current.get() != null;
    }

    /**
     * Has values dealt with as the last thing before the commit: those of a key together, in the order in which they came, and the keys in
     * their own order, so that locks never cross.
     *
     * @param action what is done with all values of the key; the one given with its first value
     */
    public <V> void beforeCommit(String key, V value, Consumer<List<V>> action) {
        collected(key, action).values.add(value);
    }

    @SuppressWarnings("unchecked") // who gives values under a key gives them one type
    private <V> Collected<V> collected(String key, Consumer<List<V>> action) {
        return (Collected<V>) mustBeOpen().beforeCommit.computeIfAbsent(key, first -> new Collected<>(action));
    }

    /** The connection of this thread's transaction, or null outside one. */
    public Connection connection() {
        Open open = current.get();
        return open == null ? null : open.connection;
    }

    /** For work that makes sense only within a transaction, such as taking a lock. */
    public Open mustBeOpen() {
        Open open = current.get();
        if (open == null) {
            throw new IllegalStateException("This needs a transaction: call it inside Transactions.call");
        }
        return open;
    }

    private static <T> T joined(Open outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            outer.rollbackOnly = true;
            throw failure;
        }
    }

    private <T> T inNew(Supplier<T> work) {
        T result;
        List<Runnable> afterCommit;
        try (Connection connection = pool.getConnection()) {
            Open open = new Open(connection);
            current.set(open);
            result = inside(open, work);
            afterCommit = open.afterCommit;
        } catch (SQLException failure) {
            throw SqlFailures.translated(failure);
        } finally {
            current.remove();
        }
        afterCommit.forEach(JdbcTransactions::runLogged);
        return result;
    }

    private static <T> T inside(Open open, Supplier<T> work) throws SQLException {
        Connection connection = open.connection;
        connection.setAutoCommit(false);
        try {
            T result = work.get();
            if (open.rollbackOnly) {
                throw new IllegalStateException("A part of this transaction failed, so all of it is rolled back");
            }
            open.beforeCommit.values().forEach(Collected::run);
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollback(connection, failure);
            throw failure;
        } finally {
            restore(connection);
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
            LOG.warn("Something that should follow a commit failed; the commit itself stands", failure);
        }
    }

    /** A transaction under way on this thread. */
    public static final class Open {

        private final Connection connection;
        private final Map<String, Collected<?>> beforeCommit = new TreeMap<>();
        private final List<Runnable> afterCommit = new ArrayList<>();
        private boolean rollbackOnly;

        private Open(Connection connection) {
            this.connection = connection;
        }
    }

    /** Values to be dealt with before the commit. */
    private static final class Collected<V> {

        private final List<V> values = new ArrayList<>();
        private final Consumer<List<V>> action;

        private Collected(Consumer<List<V>> action) {
            this.action = action;
        }

        private void run() {
            action.accept(values);
        }
    }
}

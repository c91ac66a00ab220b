package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Has something done as the last thing before the commit, in the order of the keys, so that locks never cross. */
    public void beforeCommit(String key, Runnable action) {
        mustBeOpen().beforeCommit.add(Map.entry(key, action));
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
            open.beforeCommit.stream().sorted(Map.Entry.comparingByKey()).forEach(last -> last.getValue()
                    .run());
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
        private final List<Map.Entry<String, Runnable>> beforeCommit = new ArrayList<>();
        private final List<Runnable> afterCommit = new ArrayList<>();
        private boolean rollbackOnly;

        private Open(Connection connection) {
            this.connection = connection;
        }
    }
}

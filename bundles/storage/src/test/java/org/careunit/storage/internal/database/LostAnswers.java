package org.careunit.storage.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * A pool whose next connection breaks while it commits: before the database has heard of it, or before its answer came.
 */
public final class LostAnswers extends ConnectionSource {

    private static final Set<String> LATER = Set.of("rollback", "setAutoCommit", "close");

    private enum Breaks {
        NEVER,
        BEFORE_THE_ANSWER,
        WHILE_THE_DATABASE_COMMITS
    }

    private final DataSource pool;
    private final AtomicReference<Connection> hanging = new AtomicReference<>();
    private volatile Breaks next = Breaks.NEVER;

    public LostAnswers(DataSource pool) {
        this.pool = pool;
    }

    /** The next transaction is committed, and nobody hears of it. */
    public void loseAnswer() {
        next = Breaks.BEFORE_THE_ANSWER;
    }

    /** The next transaction hangs in its commit until {@link #commitNow}, after the connection broke. */
    public void hangCommit() {
        next = Breaks.WHILE_THE_DATABASE_COMMITS;
    }

    /** The database commits what hung. */
    public void commitNow() throws SQLException {
        try (Connection connection = hanging.getAndSet(null)) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = pool.getConnection();
        Breaks breaks = next;
        next = Breaks.NEVER;
        return breaks == Breaks.NEVER ? real : breaking(real, breaks);
    }

    private Connection breaking(Connection real, Breaks breaks) {
        return (Connection) Proxy.newProxyInstance(
                LostAnswers.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        lose(real, breaks);
                    }
                    if (hanging.get() == real && LATER.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private void lose(Connection real, Breaks breaks) throws SQLException {
        if (breaks == Breaks.BEFORE_THE_ANSWER) {
            real.commit();
        } else {
            hanging.set(real);
        }
        throw new SQLException("An I/O error occurred while sending to the backend, on purpose", "08006");
    }
}

package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;

/**
 * Gives connections of a driver until it is closed, and then closes those that are still open. A pool that is closed
 * while it opens connections, or while some are in use, does not close what it gets afterwards: on the embedded store
 * such a connection would keep the file locked until the process ends. For use by many threads.
 */
final class TrackedConnections extends ConnectionSource implements AutoCloseable {

    private final DataSource driver;
    private final Set<Connection> given = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean closed;

    TrackedConnections(DataSource driver) {
        this.driver = driver;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.getConnection();
        if (!keep(connection)) {
            connection.close();
            throw new SQLException("The store is being closed");
        }
        return connection;
    }

    private synchronized boolean keep(Connection connection) {
        return !closed && given.add(connection);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    /** Waits, with the embedded store, for statements under way. */
    @Override
    public void close() {
        takeAll().forEach(DedicatedConnection::cut);
    }

    private synchronized List<Connection> takeAll() {
        closed = true;
        List<Connection> all = List.copyOf(given);
        given.clear();
        return all;
    }
}

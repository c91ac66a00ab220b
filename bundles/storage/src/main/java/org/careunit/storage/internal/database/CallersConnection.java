package org.careunit.storage.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A data source for db-scheduler that hands out the connection of the caller's transaction, if there is one: so a job is
 * added, completed or put off exactly if that transaction is committed. Ending the transaction is not db-scheduler's to
 * do, so those calls are passed over.
 */
public final class CallersConnection extends ConnectionSource {

    private static final Set<String> NOT_ITS_BUSINESS = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final JdbcTransactions transactions;
    private final DataSource pool;

    public CallersConnection(JdbcTransactions transactions, DataSource pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection shared = transactions.connection();
        return shared == null ? pool.getConnection() : lent(shared);
    }

    private static Connection lent(Connection shared) {
        return (Connection) Proxy.newProxyInstance(
                CallersConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (NOT_ITS_BUSINESS.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(shared, args);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}

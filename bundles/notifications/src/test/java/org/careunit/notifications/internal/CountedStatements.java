package org.careunit.notifications.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.careunit.storage.internal.database.ConnectionSource;

/** A data source that counts what goes to the database through it; each row of a batch is a statement there. */
final class CountedStatements extends ConnectionSource {

    final AtomicInteger statements = new AtomicInteger();
    final AtomicInteger commits = new AtomicInteger();
    private final DataSource source;

    CountedStatements(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrapped(Connection.class, source.getConnection());
    }

    private <T> T wrapped(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        boolean executes =
                method.getName().startsWith("execute") && !method.getName().equals("executeBatch");
        if (executes || method.getName().equals("addBatch")) {
            statements.incrementAndGet();
        } else if (method.getName().equals("commit")) {
            commits.incrementAndGet();
        }
        try {
            Object result = method.invoke(target, arguments);
            return result instanceof PreparedStatement ? wrapped(PreparedStatement.class, result) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}

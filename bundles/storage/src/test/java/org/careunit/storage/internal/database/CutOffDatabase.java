package org.careunit.storage.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Data source that fails after a number of statements, as when the node is killed. */
public final class CutOffDatabase {

    private static final Set<String> ENDING = Set.of("commit", "rollback", "setAutoCommit");

    private final int survived;
    private final SortedSet<Integer> changes = new TreeSet<>();
    private int statements;

    private CutOffDatabase(int survived) {
        this.survived = survived;
    }

    public static CutOffDatabase after(int statements) {
        return new CutOffDatabase(statements);
    }

    public static CutOffDatabase never() {
        return new CutOffDatabase(Integer.MAX_VALUE);
    }

    public DataSource over(DataSource source) {
        return new ConnectionSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return wrapped(Connection.class, source.getConnection(), "");
            }
        };
    }

    public int statements() {
        return statements;
    }

    /**
     * After how many statements the database was not as it was one statement before: those that write, and those that a
     * transaction ended after. Cut off in between, it is left as at the one before.
     */
    public List<Integer> changes() {
        return List.copyOf(changes);
    }

    private <T> T wrapped(Class<T> type, Object target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                CutOffDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, prepared, method, arguments)));
    }

    private Object call(Object target, String prepared, Method method, Object[] arguments) throws Throwable {
        String given = arguments != null && arguments[0] instanceof String sql ? sql : prepared;
        note(method.getName(), given);
        try {
            Object result = method.invoke(target, arguments);
            return result instanceof Statement
                    ? wrapped(method.getReturnType().asSubclass(Statement.class), result, given)
                    : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void note(String method, String sql) throws SQLException {
        boolean executes = method.startsWith("execute");
        boolean ends = ENDING.contains(method);
        statements += executes ? 1 : 0;
        if (statements > survived && (executes || ends)) {
            throw new SQLException("cut off", "08006");
        }
        boolean reads = sql.strip().toUpperCase(Locale.ROOT).startsWith("SELECT");
        if (ends || (executes && !reads)) {
            changes.add(statements);
        }
    }
}

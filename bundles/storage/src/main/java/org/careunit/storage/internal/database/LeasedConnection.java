package org.careunit.storage.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** Connection wrapper that runs an action when it is closed. */
final class LeasedConnection {

    private LeasedConnection() {}

    /** @param onClose run once, after the first close */
    static Connection of(Connection connection, Runnable onClose) {
        AtomicBoolean open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                LeasedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        if (method.getName().equals("close") && open.getAndSet(false)) {
                            onClose.run();
                        }
                    }
                });
    }
}

package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseClockTest {

    @TempDir
    Path directory;

    private Duration delay = Duration.ZERO;

    @Test
    void anAnswerThatIsLateDoesNotMoveTheClock() throws SQLException {
        DatabaseClock clock = new DatabaseClock(slowed(Pools.h2("file:" + directory.resolve("clock"))));
        Instant before = clock.instant();
        long begun = System.nanoTime();
        delay = Duration.ofMillis(600);

        clock.synchronise();

        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(Duration.between(before, clock.instant()).minus(passed).abs())
                .isLessThan(Duration.ofMillis(100));
    }

    /** A database that answers late: what it says is the time of the question. */
    private DataSource slowed(DataSource source) {
        return new ConnectionSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return slowed(Connection.class, source.getConnection());
            }
        };
    }

    private <T> T slowed(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                DatabaseClockTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = invoke(target, method, arguments);
                    if (method.getName().equals("executeQuery")) {
                        pause();
                    }
                    return result instanceof Statement statement ? slowed(Statement.class, statement) : result;
                }));
    }

    private void pause() {
        long until = System.nanoTime() + delay.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}

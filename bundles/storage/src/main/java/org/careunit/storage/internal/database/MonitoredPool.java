package org.careunit.storage.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.careunit.operations.Arguments;
import org.careunit.operations.Durations;
import org.careunit.storage.internal.database.Admission.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connection pool that detects outages of the database. An outage begins when a connection cannot be made and ends with
 * the first that can, tried once a second; meanwhile callers are refused at once instead of waiting, and the job engine
 * rests. A pool that is fully used, and interrupted callers, are no outage.
 */
public final class MonitoredPool extends ConnectionSource {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoredPool.class);
    private static final Duration PROBE = Duration.ofSeconds(1);

    private final AtomicReference<Instant> since = new AtomicReference<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final HikariDataSource pool;
    private final Admission admission;
    private final ScheduledExecutorService timer;
    private final Clock nodeClock;

    public MonitoredPool(HikariDataSource pool, ScheduledExecutorService timer, Clock nodeClock) {
        this.pool = pool;
        this.timer = timer;
        this.nodeClock = nodeClock;
        this.admission = new Admission(pool.getMaximumPoolSize(), Duration.ofMillis(pool.getConnectionTimeout()));
    }

    /** A connection for a single statement, refused at once during an outage. */
    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(Use.STATEMENT);
    }

    /** As above, for the job engine: it shares the connections that others leave. */
    public DataSource forEngine() {
        return new ConnectionSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return MonitoredPool.this.getConnection(Use.ENGINE);
            }
        };
    }

    /**
     * A connection, refused at once during an outage.
     *
     * @throws SQLTransientException if the limit of this kind of work is reached: the database is busy, not gone
     */
    Connection getConnection(Use use) throws SQLException {
        refuseDuringOutage();
        if (use == Use.ENGINE) {
            return fromPool();
        }
        if (!entered(use)) {
            throw busy("its connections are in use");
        }
        Connection connection = null;
        try {
            connection = fromPool();
            return LeasedConnection.of(connection, () -> admission.leave(use));
        } finally {
            if (connection == null) {
                admission.leave(use);
            }
        }
    }

    private boolean entered(Use use) throws SQLException {
        try {
            return admission.enter(use);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy("the caller was interrupted");
        }
    }

    private void refuseDuringOutage() throws SQLException {
        Instant begun = since.get();
        if (begun != null) {
            throw new SQLTransientConnectionException(
                    "The database has been out of reach since " + Arguments.local(begun), "08001");
        }
    }

    private Connection fromPool() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            if (Thread.currentThread().isInterrupted() || isAllInUse(failure)) {
                throw busy(failure.getMessage());
            }
            if (pool.isClosed()) {
                throw new SQLTransientConnectionException("The store is closed on this node", "08003", failure);
            }
            begin(failure);
            throw failure;
        }
    }

    /** The pool names the reason where a connection could not be made. */
    private boolean isAllInUse(SQLException failure) {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return failure.getCause() == null && now != null && now.getActiveConnections() >= pool.getMaximumPoolSize();
    }

    private static SQLTransientException busy(String why) {
        return new SQLTransientException("The database is busy: " + why, SqlFailures.BUSY_HERE);
    }

    public boolean isOn() {
        return since.get() != null;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private void begin(SQLException cause) {
        if (!since.compareAndSet(null, nodeClock.instant())) {
            return;
        }
        LOG.warn(
                "The database is out of reach: events and changes are refused and jobs rest until it is back; tried"
                        + " every second. Cause: {}",
                cause.getMessage());
        listeners.forEach(Listener::began);
        probeLater();
    }

    private void probeLater() {
        if (!timer.isShutdown()) {
            timer.schedule(this::probe, PROBE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void probe() {
        try (Connection connection = pool.getConnection()) {
            if (connection.isValid(1)) {
                end();
                return;
            }
        } catch (SQLException stillOut) {
            LOG.debug("The database is still out of reach", stillOut);
        }
        probeLater();
    }

    private void end() {
        Instant begun = since.getAndSet(null);
        LOG.info("The database is back after {}", Durations.text(Duration.between(begun, nodeClock.instant())));
        listeners.forEach(Listener::ended);
    }

    /** Notified of outages. */
    public interface Listener {
        void began();

        void ended();
    }
}

package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool as everybody sees it: it knows whether the database is within reach. An outage begins with the first connection that cannot be had and ends with the
 * first that can, tried once a second; in between callers are refused at once instead of waiting, and the engine rests.
 */
public final class Outage extends ConnectionSource {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration PROBE = Duration.ofSeconds(1);

    private final AtomicReference<Instant> since = new AtomicReference<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final DataSource pool;
    private final ScheduledExecutorService timer;
    private final Clock nodeClock;

    public Outage(DataSource pool, ScheduledExecutorService timer, Clock nodeClock) {
        this.pool = pool;
        this.timer = timer;
        this.nodeClock = nodeClock;
    }

    /** A connection from the pool, refused at once during an outage. */
    @Override
    public Connection getConnection() throws SQLException {
        Instant begun = since.get();
        if (begun != null) {
            throw new SQLTransientConnectionException("The database has been out of reach since " + begun, "08001");
        }
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            begin(failure);
            throw failure;
        }
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
        LOG.info("The database is back after {}", Duration.between(begun, nodeClock.instant()));
        listeners.forEach(Listener::ended);
    }

    /** Who wants to know. */
    public interface Listener {
        void began();

        void ended();
    }
}

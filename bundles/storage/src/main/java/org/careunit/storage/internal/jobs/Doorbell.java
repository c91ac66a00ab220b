package org.careunit.storage.internal.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.careunit.storage.internal.database.StandingConnection;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells the other nodes on the same PostgreSQL that there is something to do now, and hears when they do. It rings after
 * the commit and not in it, because a NOTIFY makes committing transactions wait for each other; a ring that is lost
 * costs the time until the next poll. Rings that come close together become one.
 */
public final class Doorbell implements AutoCloseable {

    private static final String CHANNEL = "careunit_jobs";
    private static final int LISTEN_MILLIS = 1_000;

    private final Semaphore toRing = new Semaphore(0);
    private final StandingConnection ringer;
    private final StandingConnection listener;

    private Doorbell(DataSource source, Runnable onRing) {
        ringer = StandingConnection.start("careunit-doorbell-ringer", source, this::ringOn);
        listener = StandingConnection.start("careunit-doorbell-listener", source, new Listening(onRing));
    }

    public static Doorbell install(DataSource source, Runnable onRing) {
        return new Doorbell(source, onRing);
    }

    /** Rings at the other nodes; returns at once. */
    public void ring() {
        toRing.release();
    }

    private void ringOn(Connection connection) throws SQLException, InterruptedException {
        if (!toRing.tryAcquire(LISTEN_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        toRing.drainPermits();
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + CHANNEL);
        }
    }

    @Override
    public void close() {
        ringer.close();
        listener.close();
    }

    private record Listening(Runnable onRing) implements StandingConnection.Work {

        @Override
        public void begin(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
            }
            onRing.run();
        }

        @Override
        public void turn(Connection connection) throws SQLException {
            PGNotification[] rings = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            if (rings != null && rings.length > 0) {
                onRing.run();
            }
        }
    }
}

package org.careunit.storage.internal.jobs;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.careunit.storage.internal.database.DedicatedConnection;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes the other nodes on the same PostgreSQL server for lanes with ready jobs. It does so after the commit and not in
 * it, because a NOTIFY makes committing transactions wait for each other; one that is lost costs the time until the
 * next scan. Those that come close together become one.
 */
final class JobWakeup implements AutoCloseable {

    /** In place of lanes: look in all of them. */
    static final String ALL = "*";

    private static final String CHANNEL = "careunit_jobs";
    private static final int LISTEN_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 10;
    private static final int LONGEST_PAYLOAD = 7_000;

    private final Set<String> lanes = new LinkedHashSet<>();
    private final Semaphore toSend = new Semaphore(0);
    private final Semaphore never = new Semaphore(0);
    private final DedicatedConnection sender;
    private final DedicatedConnection listener;

    /** @param onWakeup given the lanes, or {@link #ALL} alone */
    JobWakeup(DataSource source, Consumer<List<String>> onWakeup) {
        sender = DedicatedConnection.start("careunit-jobs-wakeup", source, this::sendOn);
        listener = DedicatedConnection.start("careunit-jobs-listener", source, new Listening(onWakeup));
    }

    /** Wakes the other nodes; returns at once. */
    void send(Collection<String> some) {
        synchronized (lanes) {
            lanes.addAll(some);
        }
        toSend.release();
    }

    private void sendOn(Connection connection) throws SQLException, InterruptedException {
        if (!toSend.tryAcquire(LISTEN_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        toSend.drainPermits();
        String payload = payload();
        if (payload.isEmpty()) {
            return; // gone with the last one, which was sent after they had been added and before the permit
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        }
        never.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private String payload() {
        synchronized (lanes) {
            String all = String.join("\n", lanes);
            lanes.clear();
            return all.getBytes(StandardCharsets.UTF_8).length > LONGEST_PAYLOAD ? ALL : all;
        }
    }

    @Override
    public void close() {
        sender.close();
        listener.close();
    }

    private record Listening(Consumer<List<String>> onWakeup) implements DedicatedConnection.Work {

        @Override
        public void begin(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
            }
            onWakeup.accept(List.of(ALL));
        }

        @Override
        public void runOnce(Connection connection) throws SQLException {
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    onWakeup.accept(List.of(one.getParameter().split("\n")));
                }
            }
        }
    }
}

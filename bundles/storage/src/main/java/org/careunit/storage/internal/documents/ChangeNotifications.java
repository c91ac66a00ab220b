package org.careunit.storage.internal.documents;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.operations.DaemonThreads;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.database.DedicatedConnection;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.StorageSettings;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sends changes between nodes by PostgreSQL's NOTIFY. It is sent in the transaction, so it is delivered exactly if that
 * commits; changes by administrators are rare, so its lock at the commit does not matter. A connection that died
 * silently throws nothing, so it is checked by regular keep-alive messages.
 */
public final class ChangeNotifications implements AutoCloseable {

    private static final String CHANNEL = "careunit_changes";
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 6;
    private static final int LISTEN_MILLIS = 300;
    private static final int ANSWER_SECONDS = 1;
    private static final long DEAF_NANOS = Duration.ofMillis(900).toNanos();
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Not the node's configured name: that a host gives two nodes the same must not make them deaf to each other. */
    private final String self = UUID.randomUUID().toString();

    private final Sql sql;
    private final Receiver receiver;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.numbered("careunit-changes-watch"));
    private final DedicatedConnection ear;
    private volatile long lastSign = System.nanoTime() - DEAF_NANOS;

    public ChangeNotifications(StorageSettings.Server server, Sql sql, Receiver receiver) {
        this.sql = sql;
        this.receiver = receiver;
        this.ear = DedicatedConnection.start("careunit-changes-listener", source(server), new ListenWork());
        watch.scheduleAtFixedRate(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static PGSimpleDataSource source(StorageSettings.Server server) {
        PGSimpleDataSource source = Pools.postgres(server);
        source.setSocketTimeout(ANSWER_SECONDS);
        return source;
    }

    /** Sends changes with the transaction of this thread, in one statement. */
    void send(List<Notice> notices) {
        String[] payloads = notices.stream().map(this::payload).toArray(String[]::new);
        sql.list("SELECT pg_notify(?, payload) FROM unnest(?) AS changed (payload)", row -> CHANNEL, CHANNEL, payloads);
    }

    private String payload(Notice notice) {
        Change change = notice.change();
        return String.join(
                SEPARATOR,
                self,
                Long.toString(notice.number()),
                change.scope().level().name(),
                change.scope().id(),
                change.kind(),
                change.key());
    }

    private void look() {
        if (System.nanoTime() - lastSign > DEAF_NANOS) {
            receiver.noticesLost();
        }
    }

    private void hear(String payload) {
        String[] parts = payload.split(SEPARATOR, -1);
        Optional<Change> change = change(parts);
        if (change.isEmpty()) {
            receiver.noticesLost();
        } else if (parts[0].equals(self)) {
            receiver.changedHere(new Notice(Long.parseLong(parts[1]), change.get()));
        } else {
            receiver.changed(change.get());
        }
    }

    /** The change; empty if a newer version of this code says something that this one does not know. */
    private static Optional<Change> change(String... parts) {
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            Scope scope = new Scope(Scope.Level.valueOf(parts[2]), parts[3]);
            return Optional.of(new Change(scope, parts[4], parts[5]));
        } catch (IllegalArgumentException newLevel) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        ear.close();
    }

    /**
     * A change that this node sends.
     *
     * @param number under which it comes back to this node
     */
    public record Notice(long number, Change change) {}

    /** Receives what was sent, on a thread of the listener's. */
    interface Receiver {

        /** Another node has committed a change. */
        void changed(Change change);

        /** This node has committed a change. */
        void changedHere(Notice notice);

        /** Changes may not have been heard. */
        void noticesLost();

        /** A new connection is about to listen; what was committed before is not heard any more. */
        void connecting();
    }

    private final class ListenWork implements DedicatedConnection.Work {

        @Override
        public void begin(Connection connection) throws SQLException {
            receiver.connecting();
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
            }
            lastSign = System.nanoTime();
            receiver.noticesLost();
        }

        @Override
        public void runOnce(Connection connection) throws SQLException {
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    hear(one.getParameter());
                }
            }
            // An answer from the server, which a silently dead connection does not give.
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            lastSign = System.nanoTime();
        }

        @Override
        public void broken() {
            lastSign = System.nanoTime() - DEAF_NANOS - 1;
            receiver.noticesLost();
        }
    }
}

package org.careunit.itests.faults.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.node.StorageSettings;

/** The database of a run as its administrator sees it, past all nodes. */
final class Server implements AutoCloseable {

    private static final Pattern SENDING = Pattern.compile("send-email\\|.*\\|([0-9a-f-]{36})");

    private final String url;
    private final Connection connection;

    Server(String url) throws SQLException {
        this.url = url;
        this.connection =
                Pools.postgres(new StorageSettings.Server(url, "postgres", "")).getConnection();
    }

    String url() {
        return url;
    }

    void killConnections(int count) throws SQLException {
        list("SELECT pg_terminate_backend(pid)::text FROM (SELECT pid FROM pg_stat_activity WHERE datname ="
                + " current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT " + count + ") chosen");
    }

    /** Makes what waits for a time wait no longer. */
    void hurryJobs() throws SQLException {
        list("UPDATE job_queue SET due = CURRENT_TIMESTAMP WHERE id IN (SELECT id FROM job_queue WHERE state = 'LATER'"
                + " AND recurring = FALSE FOR UPDATE SKIP LOCKED) RETURNING id");
    }

    /**
     * Does what another node does when one has not been heard of for long.
     *
     * @return the messages that it may have been sending
     */
    List<UUID> giveUp(String node) throws SQLException {
        list("DELETE FROM job_nodes WHERE node LIKE '" + node + "#%' RETURNING node");
        return list("UPDATE job_queue SET state = 'READY', owner = NULL WHERE id IN (SELECT id FROM job_queue WHERE"
                        + " owner LIKE '" + node + "#%' AND state = 'RUNNING' FOR UPDATE SKIP LOCKED) RETURNING id")
                .stream()
                .flatMap(id -> message(id).stream())
                .toList();
    }

    private static Optional<UUID> message(String job) {
        Matcher sending = SENDING.matcher(job);
        return sending.matches() ? Optional.of(UUID.fromString(sending.group(1))) : Optional.empty();
    }

    private List<String> list(String statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement);
                ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.careunit.operations.Durations;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends this node's heartbeats, and makes the jobs of dead nodes start again.
 *
 * <p>A node declares others dead only after its own heartbeats have succeeded for as long, without a gap: so after an
 * outage, or after it was frozen, every node has time to send heartbeats again. It never declares itself dead.
 */
final class JobNodes {

    static final Duration HEARTBEAT = Duration.ofSeconds(3);
    static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(JobNodes.class);
    private static final Duration GAP = HEARTBEAT.multipliedBy(3);

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final String owner;
    private final LongSupplier nanos;
    private long lastBeat;
    private long steadySince;

    /** @param nanos as {@link System#nanoTime()} */
    JobNodes(Transactions transactions, Sql sql, Clock clock, String owner, LongSupplier nanos) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.owner = owner;
        this.nanos = nanos;
        lastBeat = nanos.getAsLong();
        steadySince = lastBeat;
    }

    /** Sends a heartbeat, then looks for dead nodes; returns how many jobs start again. */
    int beat() {
        if (sql.update("UPDATE job_nodes SET seen_at = ? WHERE node = ?", clock.instant(), owner) == 0) {
            sql.update(
                    "INSERT INTO job_nodes (node, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    owner,
                    clock.instant());
        }
        long now = nanos.getAsLong();
        if (now - lastBeat > GAP.toNanos()) {
            steadySince = now;
        }
        lastBeat = now;
        return now - steadySince >= DEAD_AFTER.toNanos() ? takeOver() : 0;
    }

    /** Ends this node's part; its jobs must have been given back. */
    void leave() {
        sql.update("DELETE FROM job_nodes WHERE node = ?", owner);
    }

    private int takeOver() {
        return transactions.call(() -> {
            List<String> dead = sql.list(
                    "SELECT node FROM job_nodes WHERE seen_at < ? AND node <> ? ORDER BY node FOR UPDATE SKIP LOCKED",
                    row -> row.getString("node"),
                    clock.instant().minus(DEAD_AFTER),
                    owner);
            return dead.stream().mapToInt(this::takeOver).sum() + takeOverForgotten();
        });
    }

    private int takeOver(String dead) {
        int jobs = sql.update(
                "UPDATE job_queue SET state = 'READY', owner = NULL WHERE owner = ? AND state = 'RUNNING'", dead);
        sql.update("DELETE FROM job_nodes WHERE node = ?", dead);
        if (jobs > 0) {
            LOG.warn(
                    "{} jobs were running on {}, which has not been heard of for {}: they start again",
                    jobs,
                    dead,
                    Durations.text(DEAD_AFTER));
        }
        return jobs;
    }

    /** Jobs of nodes that nobody knows any more, such as one that woke up, claimed again and died at once. */
    private int takeOverForgotten() {
        return sql.update(
                "UPDATE job_queue SET state = 'READY', owner = NULL WHERE state = 'RUNNING'"
                        + " AND owner IS NOT NULL AND taken_at < ? AND owner NOT IN (SELECT node FROM job_nodes)",
                clock.instant().minus(DEAD_AFTER));
    }
}

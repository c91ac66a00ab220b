package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.jobs.ClaimedJob.Order;
import org.careunit.storage.jobs.JobId;

/**
 * Claims, releases and ends jobs in the job table.
 *
 * <p>A job is READY, LATER (due at a time), HELD (behind another of its order) or RUNNING. What is ready is never
 * compared with the clock, so a look reads the first rows of one index, however many rows wait behind them.
 */
final class JobQueue {

    /** What a row of this worker's claim matches; values: id, token, owner. */
    static final String CLAIMED = " WHERE id = ? AND token = ? AND owner = ? AND state = 'RUNNING'";

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Sql sql;
    private final FirstRows first;
    private final FairScheduling turns;
    private final JobRates rates;
    private final Clock clock;
    private final String owner;

    /** @param owner this node's name in the table, new at each start */
    JobQueue(Transactions transactions, Sql sql, FirstRows first, FairScheduling turns, Clock clock, String owner) {
        this.transactions = transactions;
        this.sql = sql;
        this.first = first;
        this.turns = turns;
        this.rates = new JobRates(sql, clock);
        this.clock = clock;
        this.owner = owner;
    }

    /** The lanes of these types that have something ready: one probe of the index for each. */
    Set<String> readyLanes(Set<String> types) {
        Set<String> found = new LinkedHashSet<>();
        for (String type : types) {
            String end = type + "}"; // the sign after the bar that follows a type
            Optional<String> lane = firstLane(type + "|", end);
            while (lane.isPresent()) {
                found.add(lane.get());
                lane = firstLane(lane.get(), end);
            }
        }
        return found;
    }

    private Optional<String> firstLane(String after, String end) {
        return sql.first(
                "SELECT lane FROM job_queue WHERE state = 'READY' AND lane > ? AND lane < ?"
                        + " ORDER BY state, lane FETCH FIRST 1 ROW ONLY",
                row -> row.getString("lane"),
                after,
                end);
    }

    /**
     * Claims what is ready in a lane.
     *
     * @param newestFirst whether the newest go first, rather than each in its turn
     * @param perSecond how many may be claimed a second, by all nodes together; 0 for any number
     */
    Claim claim(String lane, int limit, boolean newestFirst, double perSecond) {
        return transactions.call(() -> {
            List<ClaimedJob> ready = ready(lane, limit, newestFirst);
            int granted = perSecond > 0 && !ready.isEmpty() ? rates.grant(lane, perSecond, ready.size()) : ready.size();
            List<ClaimedJob> claimed = ready.subList(0, granted);
            mark(claimed);
            return new Claim(claimed, ready.size() == limit || granted < ready.size(), granted < ready.size());
        });
    }

    /**
     * Result of claiming.
     *
     * @param more whether there may be more in the lane
     * @param throttled whether there is, and its rate does not allow it now
     */
    record Claim(List<ClaimedJob> jobs, boolean more, boolean throttled) {}

    private List<ClaimedJob> ready(String lane, int limit, boolean newestFirst) {
        String direction = newestFirst ? " DESC" : "";
        Instant now = clock.instant();
        return first.lock(
                "id, payload, failures, since, due, token, recurring, share, order_key, order_number",
                "state = 'READY' AND lane = ?",
                "state" + direction + ", lane" + direction + ", turn" + direction + ", id" + direction,
                limit,
                row -> claimed(row, now),
                lane);
    }

    private void mark(List<ClaimedJob> claimed) {
        Instant now = clock.instant();
        if (!claimed.isEmpty()) {
            sql.batch(
                    "UPDATE job_queue SET state = 'RUNNING', owner = ?, token = ?, since = ?, due = ?, taken_at = ?"
                            + " WHERE id = ?",
                    claimed.stream()
                            .map(job -> new Object[] {
                                owner,
                                job.token(),
                                job.since(),
                                now,
                                now,
                                job.id().toString()
                            })
                            .toList());
        }
    }

    /** Releases claims that were never started; those that another node has taken over are not touched. */
    void release(List<ClaimedJob> jobs) {
        if (!jobs.isEmpty()) {
            sql.batch(
                    "UPDATE job_queue SET state = 'READY', owner = NULL" + CLAIMED,
                    jobs.stream().map(this::claimOf).toList());
        }
    }

    /** Releases all claims of this node. */
    void releaseAll() {
        sql.update("UPDATE job_queue SET state = 'READY', owner = NULL WHERE owner = ? AND state = 'RUNNING'", owner);
    }

    /**
     * Gives back what this node has claimed and does not know of, as after a lost answer to a commit. To be called by
     * the thread that claims.
     *
     * @param knownClaims the claims that it knows of, as {@link #key} writes them; asked after the table
     */
    void releaseForgotten(Supplier<Set<String>> knownClaims) {
        List<Object[]> claims = sql.list(
                "SELECT id, token FROM job_queue WHERE owner = ? AND state = 'RUNNING'",
                row -> new Object[] {row.getString("id"), row.getLong("token"), owner},
                owner);
        Set<String> known = knownClaims.get();
        List<Object[]> forgotten = claims.stream()
                .filter(claim -> !known.contains(key(claim[0], claim[1])))
                .toList();
        if (!forgotten.isEmpty()) {
            sql.batch("UPDATE job_queue SET state = 'READY', owner = NULL" + CLAIMED, forgotten);
        }
    }

    /** Key of a claim: job and token. */
    static String key(Object id, Object token) {
        return id + "#" + token;
    }

    /** Whether a claim is still this node's; within a transaction it stays so until the end. */
    boolean isHeld(JobId id, long token) {
        return sql.first(
                        "SELECT token FROM job_queue" + CLAIMED + " FOR UPDATE",
                        row -> row.getLong("token"),
                        id.toString(),
                        token,
                        owner)
                .isPresent();
    }

    /**
     * Makes ready what has become due.
     *
     * @return in which lanes
     */
    Set<String> promote() {
        Set<String> lanes = new LinkedHashSet<>();
        while (promoteSome(lanes) == AT_ONCE) {
            // the next ones
        }
        return lanes;
    }

    private int promoteSome(Set<String> lanes) {
        return transactions.call(() -> {
            List<Later> due = first.lock(
                    "id, lane, due, share",
                    "state = 'LATER' AND due <= ?",
                    "state, due",
                    AT_ONCE,
                    JobQueue::later,
                    clock.instant());
            if (!due.isEmpty()) {
                sql.batch(
                        "UPDATE job_queue SET state = 'READY', turn = ? WHERE id = ?",
                        due.stream()
                                .map(job -> new Object[] {turns.next(job.lane, job.share, job.due), job.id})
                                .toList());
            }
            due.forEach(job -> lanes.add(job.lane));
            return due.size();
        });
    }

    /** Counts of jobs that run, are ready, or are due now, at one moment. */
    List<Active> active() {
        return sql.list(
                "SELECT DISTINCT state, lane FROM job_queue WHERE state IN ('READY', 'RUNNING')"
                        + " OR (state = 'LATER' AND due <= ?)",
                row -> new Active(row.getString("lane"), row.getString("state").equals("READY")),
                clock.instant());
    }

    /** A lane with jobs that run or may run now. */
    record Active(String lane, boolean isReady) {}

    /** The values that {@link #CLAIMED} asks for, behind others. */
    Object[] claimOf(ClaimedJob job, Object... before) {
        Object[] values = new Object[before.length + 3];
        System.arraycopy(before, 0, values, 0, before.length);
        values[before.length] = job.id().toString();
        values[before.length + 1] = job.token();
        values[before.length + 2] = owner;
        return values;
    }

    /** A row as it is after the claim. What it waited beyond its time does not count for the ladder's length. */
    private static ClaimedJob claimed(ResultSet row, Instant now) throws SQLException {
        Duration waited = Duration.between(Sql.instant(row, "due"), now);
        return new ClaimedJob(
                JobId.parse(row.getString("id")),
                row.getString("payload"),
                row.getInt("failures"),
                Sql.instant(row, "since").plus(waited),
                row.getLong("token") + 1,
                row.getBoolean("recurring"),
                Optional.ofNullable(row.getString("share")),
                order(row));
    }

    private static Optional<Order> order(ResultSet row) throws SQLException {
        String key = row.getString("order_key");
        return key == null ? Optional.empty() : Optional.of(new Order(key, row.getLong("order_number")));
    }

    private static Later later(ResultSet row) throws SQLException {
        return new Later(
                row.getString("id"),
                row.getString("lane"),
                Sql.instant(row, "due"),
                Optional.ofNullable(row.getString("share")));
    }

    private record Later(String id, String lane, Instant due, Optional<String> share) {}
}

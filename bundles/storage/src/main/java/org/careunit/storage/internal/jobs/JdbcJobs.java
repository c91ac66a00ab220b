package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds, lists and removes jobs in the job table, in the caller's transaction. */
public final class JdbcJobs implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJobs.class);
    private static final int AT_ONCE = 500;

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final SetAsideJobs setAside;
    private final OrderedJobs ordered;
    private final JobInserter inserter;
    private final JobHandlers handlers;
    private final Clock clock;
    private final JobEngine engine;

    public JdbcJobs(JdbcTransactions transactions, Sql sql, JobHandlers handlers, Clock clock, JobEngine engine) {
        this.transactions = transactions;
        this.sql = sql;
        this.setAside = new SetAsideJobs(sql);
        this.ordered = new OrderedJobs(sql, clock, this::mayStart);
        this.handlers = handlers;
        this.clock = clock;
        this.engine = engine;
        this.inserter = new JobInserter(transactions, sql, ordered, clock, engine);
    }

    @Override
    public void add(List<NewJob> jobs) {
        if (!jobs.isEmpty()) {
            transactions.run(() -> inserter.add(jobs, false));
        }
    }

    @Override
    public void addAtStart(JobId recurring) {
        try {
            transactions.run(() -> inserter.add(List.of(NewJob.now(recurring, "")), true));
        } catch (UnavailableException outage) {
            LOG.info("Job {} is added as soon as the database is back", recurring);
            engine.whenBack(() -> addAtStart(recurring));
        }
    }

    @Override
    public boolean cancel(JobId id) {
        return transactions.call(() -> remove(id));
    }

    private boolean remove(JobId id) {
        Set<String> order = Set.copyOf(sql.list(
                "SELECT order_key FROM job_queue WHERE id = ? AND order_key IS NOT NULL",
                row -> row.getString("order_key"),
                id.toString()));
        ordered.lock(order);
        boolean removed = sql.update("DELETE FROM job_queue WHERE id = ? AND state <> 'RUNNING'", id.toString()) == 1;
        ordered.releaseFirst(order);
        return removed;
    }

    @Override
    public boolean startNow(JobId id) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            boolean isWaiting = sql.update(
                            "UPDATE job_queue SET state = CASE WHEN state = 'LATER' THEN 'READY' ELSE state END,"
                                    + " turn = ?, due = ?, since = ?, failures = 0 WHERE id = ? AND state <> 'RUNNING'",
                            now,
                            now,
                            now,
                            id.toString())
                    == 1;
            if (isWaiting) {
                mayStart(id.lane());
            }
            return isWaiting;
        });
    }

    private void mayStart(String lane) {
        transactions.afterCommit(() -> engine.lookEverywhere(Set.of(lane)));
    }

    @Override
    public boolean stop(JobId id) {
        return transactions.call(() -> remove(id)
                || sql.update("UPDATE job_queue SET stop = TRUE, rerun = FALSE WHERE id = ?", id.toString()) == 1);
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return sql.list(
                "SELECT id, payload, failures, since, due, owner, progress FROM job_queue"
                        + " ORDER BY due, id FETCH FIRST " + limit + " ROWS ONLY",
                JdbcJobs::waiting);
    }

    @Override
    public List<Backlog> backlog() {
        return sql
                .list(
                        "SELECT lane, COUNT(*) AS jobs, MIN(due) AS since FROM job_queue WHERE state ="
                                + " 'READY' GROUP BY lane",
                        this::backlog)
                .stream()
                .collect(Collectors.toMap(Backlog::type, lane -> lane, JdbcJobs::sum))
                .values()
                .stream()
                .sorted(Comparator.comparing(Backlog::since))
                .toList();
    }

    private Backlog backlog(ResultSet row) throws SQLException {
        String lane = row.getString("lane");
        String type = lane.substring(0, lane.indexOf('|'));
        return new Backlog(
                type,
                row.getLong("jobs"),
                Sql.instant(row, "since"),
                handlers.of(type).isPresent());
    }

    private static Backlog sum(Backlog one, Backlog other) {
        Instant since = one.since().isBefore(other.since()) ? one.since() : other.since();
        return new Backlog(one.type(), one.jobs() + other.jobs(), since, one.handled());
    }

    @Override
    public List<SetAside> setAside(int limit) {
        return setAside.newest(limit);
    }

    @Override
    public boolean retry(JobId id) {
        return transactions.call(() -> restart(List.of(id))) == 1;
    }

    @Override
    public int retry(Selection selection) {
        int started = 0;
        List<JobId> some = setAside.matching(selection, "", AT_ONCE);
        while (!some.isEmpty()) {
            List<JobId> ids = some;
            started += transactions.call(() -> restart(ids));
            some = setAside.matching(selection, ids.get(ids.size() - 1).toString(), AT_ONCE);
        }
        return started;
    }

    private int restart(List<JobId> ids) {
        Instant now = clock.instant();
        List<SetAsideJobs.Row> found =
                ids.stream().flatMap(id -> setAside.take(id).stream()).toList();
        if (!found.isEmpty()) {
            inserter.restart(found, now);
        }
        return found.size();
    }

    @Override
    public boolean discard(JobId id) {
        return transactions.call(() -> {
            Optional<SetAsideJobs.Row> found = setAside.take(id);
            Set<String> order = found.flatMap(SetAsideJobs.Row::order).stream().collect(Collectors.toSet());
            ordered.lock(order);
            ordered.releaseFirst(order);
            return found.isPresent();
        });
    }

    @Override
    public void rest(String type, Duration pause, String reason) {
        engine.rest(type, pause, reason);
    }

    @Override
    public void wake(String type) {
        engine.wake(type);
    }

    @Override
    public List<Resting> resting() {
        return engine.resting();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Job job = new Job(
                JobId.parse(row.getString("id")),
                row.getString("payload"),
                row.getInt("failures"),
                Sql.instant(row, "since"));
        return new Waiting(
                job,
                Sql.instant(row, "due"),
                Optional.ofNullable(row.getString("owner")),
                Optional.ofNullable(row.getString("progress")).orElse(""));
    }
}

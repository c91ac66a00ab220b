package org.careunit.storage.internal.jobs;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Transactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs as rows of db-scheduler's table, which lies in our schema: added, listed and taken back by plain SQL. */
public final class DbSchedulerJobs implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(DbSchedulerJobs.class);

    private final Transactions transactions;
    private final Sql sql;
    private final SetAsideJobs setAside;
    private final JobHandlers handlers;
    private final Clock clock;
    private final Runnable onDueNow;

    /** @param onDueNow told, after the commit, that there is something to do at once */
    public DbSchedulerJobs(
            Transactions transactions,
            Sql sql,
            SetAsideJobs setAside,
            JobHandlers handlers,
            Clock clock,
            Runnable onDueNow) {
        this.transactions = transactions;
        this.sql = sql;
        this.setAside = setAside;
        this.handlers = handlers;
        this.clock = clock;
        this.onDueNow = onDueNow;
    }

    @Override
    public void add(List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        // In the order of their ids, so that two transactions with the same ids never wait for each other.
        List<Object[]> rows = jobs.stream()
                .sorted(Comparator.comparing(job -> job.id().toString()))
                .map(job -> row(job, now))
                .toList();
        transactions.run(() -> {
            sql.batch(
                    "INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, version)"
                            + " VALUES (?, ?, ?, ?, FALSE, 1) ON CONFLICT DO NOTHING",
                    rows);
            if (jobs.stream().anyMatch(job -> isDue(job, now))) {
                transactions.afterCommit(onDueNow);
            }
        });
    }

    @Override
    public void addAtStart(JobId recurring) {
        try {
            add(List.of(NewJob.now(recurring, "")));
        } catch (UnavailableException outage) {
            LOG.info("Job {} is not planned anew now; it is as soon as the store opens again", recurring);
        }
    }

    @Override
    public boolean cancel(JobId id) {
        return sql.update(
                        "DELETE FROM jobs WHERE task_name = ? AND task_instance = ? AND picked = FALSE",
                        JobEngine.TASK,
                        id.toString())
                == 1;
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return sql.list(
                "SELECT * FROM jobs ORDER BY execution_time, task_instance FETCH FIRST " + limit + " ROWS ONLY",
                DbSchedulerJobs::waiting);
    }

    @Override
    public List<Backlog> backlog() {
        return sql.list(
                "SELECT job_type, COUNT(*) AS jobs, MIN(execution_time) AS since FROM jobs"
                        + " WHERE picked = FALSE AND execution_time <= ? GROUP BY job_type ORDER BY since",
                this::backlog,
                clock.instant());
    }

    private Backlog backlog(ResultSet row) throws SQLException {
        String type = row.getString("job_type");
        return new Backlog(
                type,
                row.getLong("jobs"),
                Sql.instant(row, "since"),
                handlers.of(type).isPresent());
    }

    @Override
    public List<SetAside> setAside(int limit) {
        return setAside.newest(limit);
    }

    @Override
    public boolean retry(JobId id) {
        return transactions.call(() -> {
            Optional<NewJob> job = setAside.take(id).map(found -> NewJob.now(id, found.payload()));
            job.map(List::of).ifPresent(this::add);
            return job.isPresent();
        });
    }

    private static boolean isDue(NewJob job, Instant now) {
        return job.due().map(due -> !due.isAfter(now)).orElse(true);
    }

    private static Object[] row(NewJob job, Instant now) {
        if (job.payload().length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException("The payload of job " + job.id() + " has "
                    + job.payload().length() + " characters; at most " + MAX_PAYLOAD + " are allowed");
        }
        Instant due = job.due().orElse(now);
        byte[] data = JobData.SERIALIZER.serialize(new JobData(0, due, job.payload()));
        return new Object[] {JobEngine.TASK, job.id().toString(), data, due};
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        JobData data = JobData.parse(new String(row.getBytes("task_data"), StandardCharsets.UTF_8));
        return new Waiting(
                data.job(JobId.parse(row.getString("task_instance"))),
                Sql.instant(row, "execution_time"),
                Optional.ofNullable(row.getString("picked_by")));
    }
}

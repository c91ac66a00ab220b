package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.RowInsert;
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
    private static final RowInsert INSERT = RowInsert.into(
            "job_queue",
            List.of("id"),
            "id text, lane text, state text, turn timestamptz, due timestamptz, since timestamptz, failures bigint,"
                    + " payload text, share text, recurring boolean, order_key text, order_number bigint, token bigint,"
                    + " rerun boolean, stop boolean");

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final SetAsideJobs setAside;
    private final OrderedJobs ordered;
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
    }

    @Override
    public void add(List<NewJob> jobs) {
        if (!jobs.isEmpty()) {
            transactions.run(() -> add(jobs, false));
        }
    }

    @Override
    public void addAtStart(JobId recurring) {
        try {
            transactions.run(() -> add(List.of(NewJob.now(recurring, "")), true));
        } catch (UnavailableException outage) {
            LOG.info("Job {} is added as soon as the database is back", recurring);
            engine.whenBack(() -> addAtStart(recurring));
        }
    }

    private void add(List<NewJob> jobs, boolean recurring) {
        Instant now = clock.instant();
        // Orders before jobs, and each in the order of its ids, so that two transactions never wait for each other.
        List<Row> rows = new ArrayList<>();
        jobs.stream()
                .sorted(Comparator.comparing((NewJob job) -> job.order().orElse("")))
                .forEach(job -> rows.add(row(job, job.order().map(ordered::nextNumber), now, recurring)));
        rows.sort(Comparator.comparing(Row::id));
        int[] added = insert(rows);
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                addAgain(rows.get(i));
            }
        }
        ordered.releaseFirst(jobs.stream().flatMap(job -> job.order().stream()).collect(Collectors.toSet()));
        wakeEngine(rows, now);
    }

    private int[] insert(List<Row> rows) {
        return sql.insert(INSERT, rows.stream().map(Row::values).toList());
    }

    /**
     * Adds a job whose id is there: one that runs is run once more, one that waits will see what this transaction
     * wrote, since its row is locked until the commit.
     */
    private void addAgain(Row row) {
        while (true) {
            Optional<String> state = sql.first(
                    "SELECT state FROM job_queue WHERE id = ? FOR UPDATE", found -> found.getString("state"), row.id());
            if (state.isPresent()) {
                state.filter("RUNNING"::equals)
                        .ifPresent(running -> sql.update(
                                "UPDATE job_queue SET rerun = TRUE, rerun_payload = ?, rerun_due = ? WHERE id = ?",
                                row.job().payload(),
                                row.due(),
                                row.id()));
                return;
            }
            if (insert(List.of(row))[0] == 1) {
                return;
            }
        }
    }

    private void wakeEngine(List<Row> rows, Instant now) {
        Set<String> ready = rows.stream()
                .filter(row -> !row.due().isAfter(now))
                .map(row -> row.job().id().lane())
                .collect(Collectors.toSet());
        Optional<Instant> next =
                rows.stream().map(Row::due).filter(due -> due.isAfter(now)).min(Comparator.naturalOrder());
        if (!ready.isEmpty()) {
            transactions.afterCommit(() -> engine.lookEverywhere(ready));
        }
        next.ifPresent(due -> transactions.afterCommit(() -> engine.lookAt(due)));
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
        List<Row> rows = new ArrayList<>();
        for (JobId id : ids) {
            setAside.take(id).ifPresent(found -> rows.add(again(found, now)));
        }
        if (!rows.isEmpty()) {
            insert(rows);
            releaseFirst(rows.stream().flatMap(row -> row.job().order().stream()));
            wakeEngine(rows, now);
        }
        return rows.size();
    }

    private void releaseFirst(Stream<String> all) {
        Set<String> orders = all.collect(Collectors.toSet());
        ordered.lock(orders);
        ordered.releaseFirst(orders);
    }

    private Row again(SetAsideJobs.Row found, Instant now) {
        Job job = found.job().job();
        NewJob fresh = new NewJob(job.id(), job.payload(), Optional.empty(), found.share(), found.order());
        return row(fresh, found.number().stream().boxed().findFirst(), now, false);
    }

    @Override
    public boolean discard(JobId id) {
        return transactions.call(() -> {
            Optional<SetAsideJobs.Row> found = setAside.take(id);
            releaseFirst(found.flatMap(SetAsideJobs.Row::order).stream());
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

    private Row row(NewJob job, Optional<Long> number, Instant now, boolean recurring) {
        Instant due = job.due().orElse(now);
        String state = due.isAfter(now) ? "LATER" : "READY";
        return new Row(
                job,
                number,
                number.isPresent() ? "HELD" : state,
                engine.turns().next(job.id().lane(), job.share(), due),
                due,
                recurring);
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

    /** A job as it is inserted. */
    private record Row(NewJob job, Optional<Long> number, String state, Instant turn, Instant due, boolean recurring) {

        private String id() {
            return job.id().toString();
        }

        private Object[] values() {
            return new Object[] {
                id(),
                job.id().lane(),
                state,
                turn,
                due,
                due,
                0,
                job.payload(),
                job.share(),
                recurring,
                job.order(),
                number,
                0L,
                false,
                false
            };
        }
    }
}

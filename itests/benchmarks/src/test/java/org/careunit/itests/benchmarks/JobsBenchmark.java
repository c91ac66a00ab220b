package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;

/** A backlog of jobs whose handler does nothing, worked off, beside db-scheduler without lanes. */
final class JobsBenchmark {

    private static final int JOBS = 10_000;
    private static final int THREADS = 16;
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private int round;

    private JobsBenchmark(Database database) {
        this.database = database;
    }

    static void run() throws Exception {
        Table table = new Table(
                "Jobs: a backlog of 10 000 that do nothing, done a second",
                "backlog",
                "bare db-scheduler",
                "ours",
                "ratio");
        try (Database h2 = Database.h2()) {
            new JobsBenchmark(h2).fill(table);
        }
        try (Database postgres = Database.postgres()) {
            new JobsBenchmark(postgres).fill(table);
        }
        table.print();
    }

    private void fill(Table table) throws Exception {
        database.store.execute("CREATE TABLE bare_jobs (task_name varchar(40) NOT NULL,"
                + " task_instance varchar(250) NOT NULL, task_data bytea,"
                + " execution_time timestamp(6) with time zone NOT NULL, picked boolean NOT NULL,"
                + " picked_by varchar(50), last_success timestamp(6) with time zone,"
                + " last_failure timestamp(6) with time zone, consecutive_failures integer,"
                + " last_heartbeat timestamp(6) with time zone, version bigint NOT NULL,"
                + " PRIMARY KEY (task_name, task_instance))");
        database.store.execute("CREATE INDEX bare_jobs_due ON bare_jobs (execution_time)");
        database.store.execute("CREATE INDEX bare_jobs_heartbeat ON bare_jobs (last_heartbeat)");
        table.rates(database.name + ", 50 destinations of 4 workers", duel(50, 4));
        table.rates(database.name + ", one destination of 16 workers", duel(1, THREADS));
        table.rates(database.name + ", one destination of 4 workers", duel(1, 4));
    }

    private Duel duel(int destinations, int workers) throws Exception {
        return Duel.of(1, 3, this::bare, () -> ours(destinations, workers));
    }

    private double ours(int destinations, int workers) throws InterruptedException {
        Idle idle = new Idle("idle-" + round++, workers, new CountDownLatch(JOBS));
        for (int from = 0; from < JOBS; from += AT_ONCE) {
            List<NewJob> jobs = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                jobs.add(NewJob.now(new JobId(idle.type, "host" + i % destinations, "job-" + i), ""));
            }
            database.store.jobs().add(jobs);
        }
        long begin = System.nanoTime();
        database.store.handle(idle);
        awaitAll(idle.done, "job_queue");
        return JOBS / ((System.nanoTime() - begin) / 1e9);
    }

    private double bare() throws SQLException, InterruptedException {
        addBare();
        CountDownLatch done = new CountDownLatch(JOBS);
        OneTimeTask<Void> task = Tasks.oneTime("idle").execute((instance, context) -> done.countDown());
        SchedulerBuilder builder = Scheduler.create(database.peer, task)
                .tableName("bare_jobs")
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1));
        if (database.isEmbedded()) {
            builder.jdbcCustomization(new DefaultJdbcCustomization(false)).pollUsingFetch(0.5, 3.0);
        } else {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        }
        Scheduler scheduler = builder.build();
        long begin = System.nanoTime();
        scheduler.start();
        awaitAll(done, "bare_jobs");
        double rate = JOBS / ((System.nanoTime() - begin) / 1e9);
        scheduler.stop();
        return rate;
    }

    private void addBare() throws SQLException {
        try (Connection connection = database.peer.getConnection();
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO bare_jobs (task_name, task_instance, execution_time, picked, version)"
                                + " VALUES ('idle', ?, ?, FALSE, 1)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < JOBS; i++) {
                row.setString(1, "job-" + i);
                row.setObject(2, Instant.now().atOffset(ZoneOffset.UTC));
                row.addBatch();
            }
            row.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void awaitAll(CountDownLatch begun, String table) throws InterruptedException {
        if (!begun.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(begun.getCount() + " jobs have not begun after 5 minutes");
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> database.isEmpty(table));
    }

    private record Idle(String type, int workersPerDestination, CountDownLatch done) implements JobHandler {
        @Override
        public JobOutcome run(Job job) {
            done.countDown();
            return JobOutcome.done();
        }
    }
}

package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.RowInsert;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.Jobs.NewJob;

/** Inserts jobs into the job table, in the caller's transaction, and wakes the engine after the commit. */
final class JobInserter {

    private static final RowInsert INSERT = RowInsert.into(
            "job_queue",
            List.of("id"),
            "id text, lane text, state text, turn timestamptz, due timestamptz, since timestamptz, failures bigint,"
                    + " payload text, share text, recurring boolean, order_key text, order_number bigint, token bigint,"
                    + " rerun boolean, stop boolean");

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final OrderedJobs ordered;
    private final Clock clock;
    private final JobEngine engine;

    JobInserter(JdbcTransactions transactions, Sql sql, OrderedJobs ordered, Clock clock, JobEngine engine) {
        this.transactions = transactions;
        this.sql = sql;
        this.ordered = ordered;
        this.clock = clock;
        this.engine = engine;
    }

    /**
     * Inserts jobs; one whose id is there is not inserted again, but run once more if it runs now.
     *
     * @param recurring whether they recur and are never set aside
     */
    void add(List<NewJob> jobs, boolean recurring) {
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

    /** Inserts jobs that were set aside, to run at once, each with its number in its order. */
    void restart(List<SetAsideJobs.Row> found, Instant now) {
        List<Row> rows = found.stream().map(job -> again(job, now)).toList();
        insert(rows);
        Set<String> orders =
                rows.stream().flatMap(row -> row.job().order().stream()).collect(Collectors.toSet());
        ordered.lock(orders);
        ordered.releaseFirst(orders);
        wakeEngine(rows, now);
    }

    private Row again(SetAsideJobs.Row found, Instant now) {
        Job job = found.job().job();
        NewJob fresh = new NewJob(job.id(), job.payload(), Optional.empty(), found.share(), found.order());
        return row(fresh, found.number().stream().boxed().findFirst(), now, false);
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

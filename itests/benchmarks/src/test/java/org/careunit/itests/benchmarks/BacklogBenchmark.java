package org.careunit.itests.benchmarks;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;

/** What a backlog costs: the jobs that are done a second, and how long a job waits for its start; and a takeover. */
final class BacklogBenchmark {

    private static final int[] BACKLOGS = {100, 10_000, Integer.getInteger("careunit.backlog", 1_000_000)};
    private static final int DONE = 10_000;
    private static final int CLAIMED = 16;

    private final Database database;
    private final Table table;

    private BacklogBenchmark(Database database, Table table) {
        this.database = database;
        this.table = table;
    }

    static void run() throws Exception {
        Table table = new Table("Jobs behind a backlog, beside behind 100", "what", "behind 100", "ours", "ratio");
        try (Database h2 = Database.h2()) {
            new BacklogBenchmark(h2, table).fill();
        }
        try (Database postgres = Database.postgres()) {
            BacklogBenchmark benchmark = new BacklogBenchmark(postgres, table);
            benchmark.fill();
            benchmark.takeOver();
        }
        table.print();
    }

    private void fill() throws Exception {
        double[] rates = new double[BACKLOGS.length];
        long[] here = new long[BACKLOGS.length];
        long[] there = new long[BACKLOGS.length];
        for (int i = 0; i < BACKLOGS.length; i++) {
            rates[i] = rate("idle" + i, BACKLOGS[i]);
            here[i] = median(database.store, database.store);
            if (!database.isEmbedded()) {
                try (TestStore other = database.another()) {
                    there[i] = median(database.store, other);
                }
            }
            row(", jobs done a second", i, "%,.0f", rates[0], rates[i]);
            row(", start of a job on the same node, p50, ms", i, "%.2f", here[0] / 1e6, here[i] / 1e6);
            if (!database.isEmbedded()) {
                row(", start of a job on another node, p50, ms", i, "%.2f", there[0] / 1e6, there[i] / 1e6);
            }
            database.truncate("job_queue");
        }
    }

    private void row(String what, int backlog, String format, double few, double many) {
        table.row(
                String.format(Locale.ROOT, "%s behind %,d%s", database.name, BACKLOGS[backlog], what),
                String.format(Locale.ROOT, format, few),
                String.format(Locale.ROOT, format, many),
                String.format(Locale.ROOT, "%.2f", many / few));
    }

    /** Leaves the backlog in the lane, which nobody works off any more then. */
    private double rate(String type, int backlog) throws InterruptedException {
        Backlog.add(database, type, 0, DONE + backlog);
        CountDownLatch done = new CountDownLatch(DONE);
        JobHandler idle = new Handler(type, done::countDown);
        long begin = System.nanoTime();
        database.store.handle(idle);
        await(done);
        double rate = DONE / ((System.nanoTime() - begin) / 1e9);
        database.store.handlers.remove(idle);
        return rate;
    }

    private static long median(TestStore from, TestStore to) throws InterruptedException {
        long[] waits = new StartBenchmark().waits(from, to);
        return waits[waits.length / 2];
    }

    /** From the moment at which a node with running jobs loses its database until another has started them. */
    private void takeOver() throws Exception {
        TestStore lost = database.another();
        CountDownLatch begun = new CountDownLatch(CLAIMED);
        CountDownLatch goOn = new CountDownLatch(1);
        lost.handle(new Handler("lost", () -> {
            begun.countDown();
            await(goOn);
        }));
        lost.jobs()
                .add(IntStream.range(0, CLAIMED)
                        .mapToObj(i -> NewJob.now(new JobId("lost", "host" + i, "job"), ""))
                        .toList());
        await(begun);
        CountDownLatch again = new CountDownLatch(CLAIMED);
        database.store.handle(new Handler("lost", again::countDown));
        long begin = System.nanoTime();
        lost.pool.close();
        await(again);
        double seconds = (System.nanoTime() - begin) / 1e9;
        goOn.countDown();
        lost.close();
        table.row(
                "PostgreSQL, takeover of " + CLAIMED + " running jobs, s (limit in place of behind 100)",
                "30",
                String.format(Locale.ROOT, "%.1f", seconds),
                String.format(Locale.ROOT, "%.2f", seconds / 30));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException(latch.getCount() + " jobs have not begun after 10 minutes");
        }
    }

    private record Handler(String type, Work work) implements JobHandler {
        @Override
        public int workersPerDestination() {
            return CLAIMED;
        }

        @Override
        public JobOutcome run(Job job) throws InterruptedException {
            work.run();
            return JobOutcome.done();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}

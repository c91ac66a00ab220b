package org.careunit.itests.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;

/** How long a committed job waits for its handler, beside what an event may take all the way to the gateway. */
final class StartBenchmark {

    private static final int WARM_UP = 200;
    private static final int JOBS = 1_000 + WARM_UP;
    private static final int EVERY_MILLIS = 20;

    private final AtomicLongArray committed = new AtomicLongArray(JOBS);
    private final AtomicLongArray begun = new AtomicLongArray(JOBS);
    private final CountDownLatch done = new CountDownLatch(JOBS);

    StartBenchmark() {}

    static void run() throws Exception {
        Table table = new Table(
                "Start: from a job's commit to its handler, in ms, 50 jobs a second (limit: P2, all the way to the"
                        + " gateway)",
                "store, percentile",
                "limit",
                "ours",
                "ratio");
        try (Database h2 = Database.h2()) {
            new StartBenchmark().fill(table, "H2, same node", h2.store, h2.store);
        }
        try (Database postgres = Database.postgres()) {
            new StartBenchmark().fill(table, "PostgreSQL, same node", postgres.store, postgres.store);
        }
        try (Database postgres = Database.postgres();
                TestStore other = postgres.another()) {
            new StartBenchmark().fill(table, "PostgreSQL, other node", postgres.store, other);
        }
        table.print();
    }

    private void fill(Table table, String where, TestStore from, TestStore to) throws InterruptedException {
        long[] waits = waits(from, to);
        row(table, where + ", p50", 20, waits[waits.length / 2]);
        row(table, where + ", p99", 200, waits[waits.length * 99 / 100]);
        row(table, where + ", max", 1_000, waits[waits.length - 1]);
    }

    /**
     * How long jobs of one node waited for their start on another, in nanoseconds, the shortest first; to be called
     * once.
     */
    long[] waits(TestStore from, TestStore to) throws InterruptedException {
        Stopwatch stopwatch = new Stopwatch();
        to.handle(stopwatch);
        addSteadily(from);
        to.handlers.remove(stopwatch);
        long[] waits = new long[JOBS - WARM_UP];
        Arrays.setAll(waits, i -> begun.get(i + WARM_UP) - committed.get(i + WARM_UP));
        Arrays.sort(waits);
        return waits;
    }

    private static void row(Table table, String what, int limitMillis, long nanos) {
        double millis = nanos / 1e6;
        table.row(
                what,
                Integer.toString(limitMillis),
                String.format(Locale.ROOT, "%.1f", millis),
                String.format(Locale.ROOT, "%.2f", millis / limitMillis));
    }

    private void addSteadily(TestStore store) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(
                () -> {
                    int number = next.getAndIncrement();
                    if (number < JOBS) {
                        add(store, number);
                    }
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        boolean all = done.await(5, TimeUnit.MINUTES);
        timer.shutdownNow();
        if (!all) {
            throw new IllegalStateException(done.getCount() + " jobs have not begun after 5 minutes");
        }
    }

    private void add(TestStore store, int number) {
        store.transactions().run(() -> {
            store.transactions().afterCommit(() -> committed.set(number, System.nanoTime()));
            store.jobs().add(List.of(NewJob.now(JobId.of("stopwatch", "job-" + number), Integer.toString(number))));
        });
    }

    private final class Stopwatch implements JobHandler {
        @Override
        public String type() {
            return "stopwatch";
        }

        @Override
        public JobOutcome run(Job job) {
            begun.set(Integer.parseInt(job.payload()), System.nanoTime());
            done.countDown();
            return JobOutcome.done();
        }
    }
}

package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.junit.jupiter.api.Test;

class PostgresJobQueueTest extends JobQueueContract {

    private static final String CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

    @Override
    boolean isEmbedded() {
        return false;
    }

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("first-node");
    }

    @Test
    void theNodesShareTheRateOfADestination() throws SQLException {
        List<Instant> starts = new CopyOnWriteArrayList<>();
        try (TestStore other = store.another("second-node")) {
            store.handlers.add(new Rated(starts));
            other.handlers.add(new Rated(starts));
            store.jobs()
                    .add(IntStream.range(0, 61)
                            .mapToObj(i -> NewJob.now(JobId.of("sms", "j" + i), ""))
                            .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> starts.size() == 61);
        }
        Instant first = starts.stream().min(Instant::compareTo).orElseThrow();
        Instant last = starts.stream().max(Instant::compareTo).orElseThrow();
        assertThat(Duration.between(first, last)).isGreaterThan(Duration.ofMillis(2_800));
    }

    /** Twenty a second, wherever they start. */
    private record Rated(List<Instant> starts) implements JobHandler {

        @Override
        public String type() {
            return "sms";
        }

        @Override
        public OptionalDouble perSecond(String destination) {
            return OptionalDouble.of(20);
        }

        @Override
        public JobOutcome run(Job job) {
            starts.add(Instant.now());
            return JobOutcome.done();
        }
    }

    @Test
    void noJobRunsTwiceWhenAllConnectionsAreCut() {
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        store.handlers.add(new RecordingHandler("mail", 8, job -> {
            runs.computeIfAbsent(job.id().key(), key -> new AtomicInteger()).incrementAndGet();
            await().pollDelay(Duration.ofMillis(5)).until(() -> true);
            return JobOutcome.done();
        }));
        store.jobs()
                .add(IntStream.range(0, 1_000)
                        .mapToObj(i -> NewJob.now(JobId.of("mail", "j" + i), ""))
                        .toList());
        for (int cut = 1; cut <= 3; cut++) {
            int enough = cut * 100;
            await().until(() -> runs.size() > enough);
            store.execute(CUT);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> runs.size() == 1_000);
        untilNothingWaits();
        assertThat(runs.values()).allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
    }
}

package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.junit.jupiter.api.Test;

public class PostgresJobTest extends JobContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("first-node");
    }

    @Test
    public void eachJobRunsOnOneOfTheNodes() throws SQLException {
        RecordingHandler here = RecordingHandler.of("mail");
        RecordingHandler there = RecordingHandler.of("mail");
        try (TestStore other = store.another("second-node")) {
            store.handlers.add(here);
            other.handlers.add(there);
            store.jobs()
                    .add(IntStream.range(0, 500)
                            .mapToObj(i -> NewJob.now(JobId.of("mail", "j" + i), ""))
                            .toList());
            untilNothingWaits();
            assertThat(here.count() + there.count()).isEqualTo(500);
        }
    }

    @Test
    public void aNodeHearsOfAnotherNodesJob() throws SQLException {
        try (TestStore other = store.another("second-node")) {
            RecordingHandler there = RecordingHandler.of("mail");
            other.handlers.add(there);
            store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
            there.next();
        }
    }

    @Test
    public void whoLostAJobToAnotherNodeRecordsNothing() throws SQLException {
        CountDownLatch frozen = new CountDownLatch(1);
        RecordingHandler slow = new RecordingHandler("mail", 1, job -> {
            awaitQuietly(frozen);
            return JobOutcome.done(() -> store.jobs().add(List.of(NewJob.now(JobId.of("trace", "slow"), ""))));
        });
        store.handlers.add(slow);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        slow.next();
        store.handlers.remove(slow);
        // What another node does with a job whose node has been silent for too long.
        store.execute("UPDATE job_queue SET state = 'READY', owner = NULL");
        frozen.countDown();
        await().until(() -> store.jobs().waiting(10).stream()
                .allMatch(waiting -> waiting.runningOn().isEmpty()));
        assertThat(store.jobs().waiting(10)).extracting(w -> w.job().id()).containsExactly(JobId.of("mail", "1"));
    }
}

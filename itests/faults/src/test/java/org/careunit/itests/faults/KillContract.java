package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.careunit.itests.faults.Node.Step;
import org.careunit.storage.documents.Document;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} at each named step: nothing acknowledged is lost, no job is lost, none is completed twice. */
abstract class KillContract {

    private static final int REPEATS = Integer.getInteger("faults.repeats", 2);

    abstract String database();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void killedAtAStep(Step step) {
        String database = database();
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            try (NodeProcess node = NodeProcess.start(database, "node-" + i, step, step + "-" + i + "-", 5)) {
                if (step != Step.COMMITTED) {
                    node.awaitLine("ACKNOWLEDGED " + step + "-" + i + "-4");
                }
                node.awaitLine("AT " + step);
                node.kill();
                acknowledged.addAll(node.acknowledged());
            }
        }
        if (step == Step.COMMITTED) {
            acknowledged.add(step + "-0-0"); // committed, and nobody was told: still there
        }
        assertThat(acknowledged).isNotEmpty();
        assertNothingLostAndNothingTwice(database, acknowledged);
    }

    @Test
    void killedAtAnyMoment() {
        String database = database();
        Random random = new Random(REPEATS);
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            try (NodeProcess node = NodeProcess.start(database, "node-" + i, Step.NONE, "any-" + i + "-", 100_000)) {
                node.awaitLine("ACKNOWLEDGED any-" + i + "-" + random.nextInt(300));
                node.kill();
                acknowledged.addAll(node.acknowledged());
            }
        }
        assertNothingLostAndNothingTwice(database, acknowledged);
    }

    @Test
    void longWorkGoesOnInTheSliceInWhichItWasKilled() throws Exception {
        String database = database();
        try (NodeProcess node = NodeProcess.start(SliceNode.class, database, "killed", "4")) {
            node.awaitLine("AT SLICE 4");
            node.kill();
        }
        try (TestStore store = Node.open(database, "survivor")) {
            store.handle(new SliceNode.Handler(store, "survivor", -1));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.jobs().waiting(1)).isEmpty());
            List<Document> slices = store.documents().history(SliceNode.WORK);
            assertThat(slices)
                    .extracting(slice -> slice.content().json())
                    .containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1", "0");
            assertThat(slices)
                    .extracting(slice -> slice.content().actor())
                    .containsOnly("killed", "survivor")
                    .endsWith("killed", "killed", "killed", "killed");
        }
    }

    private static void assertNothingLostAndNothingTwice(String database, List<String> acknowledged) {
        try (TestStore store = Node.open(database, "survivor")) {
            for (String id : acknowledged) {
                assertThat(store.events().ofCase(Node.event(id).subject()))
                        .as(id)
                        .hasSize(1);
            }
            store.handle(new Survivor(store));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.jobs().waiting(1)).isEmpty());
            assertThat(store.jobs().setAside(1)).isEmpty();
            for (String id : acknowledged) {
                List<Document> followedUp = store.documents().history(Node.followedUp(id));
                assertThat(followedUp).as("how often %s was followed up", id).hasSize(1);
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Does what the killed nodes left. */
    private record Survivor(TestStore store) implements JobHandler {

        @Override
        public String type() {
            return "follow-up";
        }

        @Override
        public JobOutcome run(Job job) {
            return JobOutcome.done(() -> Node.followUp(store, job.payload(), "survivor"));
        }
    }
}

package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.careunit.itests.faults.Node.Step;
import org.careunit.storage.documents.Document;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresKillTest extends KillContract {

    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    @Override
    String database() {
        return TestStore.newPostgresUrl();
    }

    @Test
    void ofTwoNodesOneIsKilledAndTheOtherTakesOver() throws Exception {
        String database = database();
        try (NodeProcess first = NodeProcess.start(database, "first", Step.CLAIMED, "killed-", 4)) {
            first.awaitLines("AT CLAIMED", 4);
            try (NodeProcess second = NodeProcess.start(database, "second", Step.NONE, "none", 0)) {
                second.awaitLine("READY");
                first.kill();
                assertTakenOver(database, "killed-");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIMED", "COMPLETING"})
    void ofTwoNodesOneIsFrozenAndFinishesNothingThatIsNoLongerItsOwn(Step step) throws Exception {
        String database = database();
        try (NodeProcess first = NodeProcess.start(database, "first", step, "frozen-", 4)) {
            first.awaitLines("AT " + step, 4);
            first.freeze();
            try (NodeProcess second = NodeProcess.start(database, "second", Step.NONE, "none", 0)) {
                second.awaitLine("READY");
                assertTakenOver(database, "frozen-");
                first.wake();
                first.goOn();
                first.awaitLine("[careunit-job"); // the warning that it came too late
                assertTakenOver(database, "frozen-");
            }
        }
    }

    private static void assertTakenOver(String database, String prefix) throws Exception {
        try (TestStore watch = TestStore.on(database, "postgres", "watch")) {
            long began = System.nanoTime();
            await().atMost(TAKEOVER)
                    .untilAsserted(() -> assertThat(watch.jobs().waiting(1)).isEmpty());
            System.out.printf("Taken over after %.1f s%n", (System.nanoTime() - began) / 1e9);
            assertOnlyBy(watch, prefix, "second");
        }
    }

    private static void assertOnlyBy(TestStore watch, String prefix, String node) {
        for (int i = 0; i < 4; i++) {
            List<Document> history = watch.documents().history(Node.followedUp(prefix + i));
            assertThat(history).extracting(version -> version.content().actor()).containsExactly(node);
        }
    }
}

package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.notifications.internal.ReminderNode;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

class PostgresReminderKillTest extends ReminderKillContract {

    /** Wednesday, so many seconds before 8 o'clock in Sweden. */
    private static final Duration BEFORE_EIGHT = Duration.ofSeconds(25);

    private static final Instant EIGHT = Instant.parse("2024-03-06T07:00:00Z");

    @Override
    String database() {
        return TestStore.newPostgresUrl();
    }

    /** The database's clock counts, whatever the nodes' own clocks say. */
    @Test
    void twoNodesWhoseClocksAreAnHourAheadAndBehindRemindAtEightAndOnce() throws Exception {
        Optional<Path> library = SkewedClock.compile(folder);
        assumeTrue(library.isPresent(), "There is no C compiler to make the nodes' clocks wrong with");
        Path clock = library.orElseThrow();
        String database = database();
        Duration ahead = Duration.between(Instant.now(), EIGHT.minus(BEFORE_EIGHT));
        days(1);
        try (NodeProcess early = start(database, "early", ahead, clock, 3_600);
                NodeProcess late = start(database, "late", ahead, clock, -3_600)) {
            early.awaitLine("READY");
            late.awaitLine("READY");
            assertClock(early, 3_600);
            assertClock(late, -3_600);
            early.order("begin " + CASES + " " + MONDAY);
            early.awaitLine("DID begin");
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(messages()).hasSize(CASES));
        }
        assertOnceEach(0);
        assertThat(lines()).allSatisfy(line -> assertThat(Instant.parse(line.split(" ")[0]))
                .isBetween(EIGHT, EIGHT.plusSeconds(60)));
    }

    private NodeProcess start(String database, String name, Duration ahead, Path clock, int seconds)
            throws IOException {
        return NodeProcess.start(
                List.of("-XX:TieredStopAtLevel=1"),
                Map.of("LD_PRELOAD", clock.toString(), "CAREUNIT_SKEW", Integer.toString(seconds)),
                ReminderNode.class,
                database,
                name,
                ahead.toString(),
                folder.toString(),
                ":CLAIMED");
    }

    private static void assertClock(NodeProcess node, int seconds) {
        String ready = node.said("READY").findFirst().orElseThrow();
        Instant said = Instant.parse(ready.substring(ready.lastIndexOf(' ') + 1));
        assertThat(Duration.between(Instant.now(), said).toSeconds()).isBetween(seconds - 120L, seconds + 120L);
    }
}

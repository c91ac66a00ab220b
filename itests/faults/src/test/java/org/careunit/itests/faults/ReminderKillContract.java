package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.notifications.internal.ReminderNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of nodes while reminders come due because a region has changed a default: in the recomputation, in
 * the sweep, in reminding and in sending. The outside ledger has what the gateway accepted: nobody is left out, and at
 * most the one message that was in flight left twice, under the same id.
 */
abstract class ReminderKillContract {

    /** Wednesday, 10 o'clock in Sweden; long ago, so that no job waits for that time to come. */
    static final Instant MORNING = Instant.parse("2024-03-06T09:00:00Z");

    static final Instant MONDAY = Instant.parse("2024-03-04T09:00:00Z");
    static final int CASES = 30;

    /** In the order in which they come, so that each node does the work of the last one before it halts. */
    private static final List<String> HALTS =
            List.of("recalculate-clocks:COMPLETING", "sweep-clocks:RAN", "remind:COMPLETING", "send-email:RAN");

    private static final String NOWHERE = ":CLAIMED";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    abstract String database();

    @Test
    void eachCaseIsRemindedOfOnceThoughNodesAreKilledAtEachStep() throws IOException {
        String database = database();
        Duration ahead = Duration.between(Instant.now(), MORNING);
        days(60);
        for (int i = 0; i < HALTS.size(); i++) {
            try (NodeProcess node = start(database, "node-" + i, ahead, HALTS.get(i))) {
                node.awaitLine("READY");
                if (i == 0) {
                    node.order("begin " + CASES + " " + MONDAY);
                    node.awaitLine("DID begin");
                    days(1);
                    node.order("change");
                }
                node.awaitLine("AT " + HALTS.get(i).replace(':', ' '));
                node.kill();
            }
        }
        try (NodeProcess survivor = start(database, "survivor", ahead, NOWHERE)) {
            survivor.awaitLine("READY");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages()).hasSize(CASES));
        }
        assertOnceEach(1);
    }

    NodeProcess start(String database, String name, Duration ahead, String halt) {
        return NodeProcess.start(ReminderNode.class, database, name, ahead.toString(), folder.toString(), halt);
    }

    void days(int days) throws IOException {
        Files.writeString(folder.resolve("days"), Integer.toString(days));
    }

    /** Each case has one message, and at most so many messages left twice. */
    void assertOnceEach(int twice) throws IOException {
        assertThat(messages())
                .hasSize(CASES)
                .allSatisfy((subject, ids) -> assertThat(ids).as(subject).hasSize(1));
        int copies = lines().size() - CASES;
        assertThat(copies).isBetween(0, twice * CASES);
    }

    /** By which messages each case was told of. */
    Map<String, Set<String>> messages() throws IOException {
        return lines().stream()
                .map(line -> line.split(" "))
                .collect(Collectors.groupingBy(
                        words -> words[2], Collectors.mapping(words -> words[1], Collectors.toSet())));
    }

    /** What the ledger says: when, message, case, topic. */
    List<String> lines() throws IOException {
        Path ledger = folder.resolve("ledger");
        return Files.exists(ledger) ? new ArrayList<>(Files.readAllLines(ledger)) : List.of();
    }
}

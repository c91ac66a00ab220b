package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.units.CareUnit;
import org.careunit.itests.faults.Watcher.Services;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

/** What is changed on one node is seen on another, a process of its own, within a second. */
class ChangesSeenTest {

    private static final int CHANGES = 9;

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void whatIsChangedIsSeenOnAnotherNodeWithinASecond() throws Exception {
        String database = TestStore.newPostgresUrl();
        try (TestStore store = TestStore.on(database, "postgres", "author")) {
            store.units().add(new CareUnit(Watcher.UNIT, new CountyCode("01"), "Mottagning", CareUnit.State.OPEN));
            Services services = Services.over(store);
            try (NodeProcess watcher = NodeProcess.start(Watcher.class, database)) {
                watcher.awaitLine("READY");
                change(services, watcher);
            }
        }
        Collections.sort(waits);
        System.out.println("Seen on the other node after the change had returned, in ms: "
                + waits.stream().map(ChangesSeenTest::millis).toList());
        assertThat(waits.get(waits.size() - 1)).isLessThan(Duration.ofSeconds(1));
    }

    private void change(Services services, NodeProcess watcher) {
        for (int seen = 0; seen < CHANGES; seen++) {
            StaffReminder reminder = new StaffReminder(true, seen + 1);
            long version = seen;
            untilSeen(watcher, "version: " + (seen + 1), () -> services.settings()
                    .save(Watcher.OPERATOR, Watcher.UNIT, reminder, version));
        }
        untilSeen(watcher, "staff may read: true", () -> services.access()
                .assign(Watcher.OPERATOR, Watcher.UNIT, Watcher.STAFF, Set.of(Permission.CASE_HANDLER)));
        untilSeen(watcher, "staff may read: false", 2, () -> services.access()
                .remove(Watcher.OPERATOR, Watcher.UNIT, Watcher.STAFF));
        untilSeen(watcher, "neighbours find it: true", () -> services.settings()
                .save(Watcher.OPERATOR, Watcher.UNIT, neighbours(), 0));
        untilSeen(watcher, "the approved find it: true", () -> services.approved()
                .approve(Watcher.OPERATOR, Watcher.UNIT, Watcher.PSEUDONYM, Optional.empty()));
        untilSeen(watcher, "the approved find it: false", 2, () -> services.approved()
                .withdraw(Watcher.OPERATOR, Watcher.UNIT, Watcher.PSEUDONYM));
    }

    private static CatchmentArea neighbours() {
        return new CatchmentArea(List.of(new CatchmentArea.Rule(
                new CountyCode("01"), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty())));
    }

    private void untilSeen(NodeProcess watcher, String fact, Runnable change) {
        untilSeen(watcher, fact, 1, change);
    }

    /** Less than nothing if the other node was told before the author was; the fact may have been one before. */
    private void untilSeen(NodeProcess watcher, String fact, int time, Runnable change) {
        change.run();
        long changed = System.nanoTime();
        waits.add(Duration.ofNanos(watcher.saidAt("SEES " + fact, time) - changed));
    }

    private static String millis(Duration wait) {
        return String.format(Locale.ROOT, "%.1f", wait.toNanos() / 1e6);
    }
}

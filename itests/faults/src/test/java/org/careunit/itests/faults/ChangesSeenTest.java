package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.TestStore;
import org.junit.jupiter.api.Test;

/** What is saved on one node is seen on another, a process of its own, within a second. */
class ChangesSeenTest {

    private static final int CHANGES = 9;

    @Test
    void aSavedSettingIsSeenOnAnotherNodeWithinASecond() throws Exception {
        String database = TestStore.newPostgresUrl();
        try (TestStore store = TestStore.on(database, "postgres", "author")) {
            store.units()
                    .add(new CareUnit(Watcher.UNIT, new CountyCode("01"), "Mottagning", CareUnit.State.REGISTERED));
            UnitSettings settings = Watcher.settings(store);
            try (NodeProcess watcher = NodeProcess.start(Watcher.class, database)) {
                watcher.awaitLine("READY");
                List<Duration> waits = new ArrayList<>();
                for (int version = 1; version <= CHANGES; version++) {
                    waits.add(untilSeen(settings, watcher, version));
                }
                Collections.sort(waits);
                System.out.println("Seen on the other node after the save had returned, in ms: "
                        + waits.stream().map(ChangesSeenTest::millis).toList());
                assertThat(waits.get(CHANGES - 1)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    /** Less than nothing if the other node was told before the author was. */
    private static Duration untilSeen(UnitSettings settings, NodeProcess watcher, int version) {
        settings.save(Watcher.OPERATOR, Watcher.UNIT, new StaffReminder(true, version), version - 1L);
        long saved = System.nanoTime();
        return Duration.ofNanos(watcher.saidAt("SEES " + version) - saved);
    }

    private static String millis(Duration wait) {
        return String.format(Locale.ROOT, "%.1f", wait.toNanos() / 1e6);
    }
}

package org.careunit.notifications.internal;

import java.time.Clock;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;

/** The intake of tests on a store. */
public final class Intakes {

    private Intakes() {}

    /** Of a platform of which no unit has joined. */
    public static Intake of(TestStore store) {
        UnitClocks nobody =
                new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), store.clock());
        return of(store, nobody, store.clock());
    }

    public static Intake of(TestStore store, UnitClocks clocks, Clock clock) {
        return new Intake(
                FakeAccess.platform(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                new CaseReader(store.events()),
                new CaseSchedule(clocks, clock));
    }
}

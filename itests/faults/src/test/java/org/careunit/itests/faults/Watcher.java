package org.careunit.itests.faults;

import java.io.IOException;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.KeptSettings;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.Changes;
import org.careunit.storage.internal.TestStore;

/** A node in a process of its own that says which version of a setting it sees, as often as it hears of a change. */
public final class Watcher {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final Actor OPERATOR = new Actor.Operator("faults");

    private Watcher() {}

    /** Argument: the URL of a PostgreSQL database. */
    public static void main(String[] args) throws Exception {
        try (TestStore store = Node.open(args[0], "watcher")) {
            UnitSettings settings = settings(store);
            see(settings);
            store.changes().listen(new Eyes(settings));
            System.out.println("READY");
            awaitEnd();
        }
    }

    /** The service, as it stands in a container. */
    static UnitSettings settings(TestStore store) {
        AccessComponent access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        KeptSettings kept = new KeptSettings(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        return new UnitSettingsComponent(access, kept);
    }

    private static void see(UnitSettings settings) {
        System.out.println(
                "SEES " + settings.read(OPERATOR, UNIT, StaffReminder.class).version());
        System.out.flush();
    }

    private static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    /** The settings' own ears were there first, so what is read here is what has been heard of. */
    private record Eyes(UnitSettings settings) implements Changes.Listener {

        @Override
        public void changed(Changes.Change change) {
            see(settings);
        }

        @Override
        public void anything() {
            see(settings);
        }
    }
}

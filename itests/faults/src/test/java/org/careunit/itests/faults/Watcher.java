package org.careunit.itests.faults;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.finding.internal.ApprovedResidentsComponent;
import org.careunit.finding.internal.UnitFinderComponent;
import org.careunit.finding.internal.index.StoredUnits;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.node.TestStore;

/** A node in a process of its own that says what it sees of a unit, whenever that is another than before. */
public final class Watcher {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final StaffId STAFF = new StaffId("SE1111111111-STAFF1");
    static final Actor OPERATOR = new Actor.Operator("faults");
    static final ResidentPseudonym PSEUDONYM = new ResidentPseudonym("resident-elsewhere");

    private static final Actor HOST = new Actor.Host("faults");
    private static final long LOOK_MILLIS = 5;

    private final Map<String, String> seen = new ConcurrentHashMap<>();

    private Watcher() {}

    /** The services, as they stand in a container. */
    record Services(AccessComponent access, UnitSettings settings, UnitFinder finder, ApprovedResidents approved) {

        static Services over(TestStore store) {
            AccessComponent access = access(store);
            SettingsContext kept = new SettingsContext(
                    store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
            UnitSettings settings = new UnitSettingsComponent(access, kept);
            UnitFinder finder = new UnitFinderComponent(
                    access,
                    new StoredUnits(store.units(), settings, List::of),
                    store.approvals(),
                    store.transactions(),
                    store.pseudonyms(),
                    store.changes(),
                    new NoPlaces(),
                    store.clock());
            return new Services(access, settings, finder, approved(store, access));
        }

        private static AccessComponent access(TestStore store) {
            return new AccessComponent(
                    store.transactions(),
                    store.units(),
                    store.grants(),
                    store.accounts(),
                    store.audit(),
                    store.pseudonyms(),
                    store.changes(),
                    store.clock());
        }

        private static ApprovedResidents approved(TestStore store, AccessComponent access) {
            return new ApprovedResidentsComponent(
                    access,
                    store.transactions(),
                    store.units(),
                    store.documents(),
                    store.approvals(),
                    store.audit(),
                    store.changes(),
                    store.pseudonyms(),
                    store.clock());
        }
    }

    /** Argument: the URL of a PostgreSQL database. */
    public static void main(String[] args) throws Exception {
        ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor();
        try (TestStore store = Node.open(args[0], "watcher")) {
            Watcher watcher = new Watcher();
            Services services = Services.over(store);
            watcher.look(store, services);
            eyes.scheduleWithFixedDelay(
                    () -> watcher.look(store, services), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            System.out.println("READY");
            awaitEnd();
        } finally {
            eyes.shutdownNow();
        }
    }

    private void look(TestStore store, Services services) {
        say("version", () -> services.settings()
                .read(OPERATOR, UNIT, StaffReminder.class)
                .version());
        say("staff may read", () -> services.access()
                .isPermitted(new Actor.Staff(STAFF), Operation.READ_UNIT, new Target.Unit(UNIT)));
        say("neighbours find it", () -> finds(store, services, "01", Optional.empty()));
        say("the approved find it", () -> finds(store, services, "03", Optional.of(PSEUDONYM)));
    }

    private void say(String what, Supplier<?> fact) {
        String now = String.valueOf(fact.get());
        if (!now.equals(seen.put(what, now))) {
            System.out.println("SEES " + what + ": " + now);
            System.out.flush();
        }
    }

    private static boolean finds(
            TestStore store, Services services, String county, Optional<ResidentPseudonym> pseudonym) {
        Resident resident = new Resident(
                LocalDate.of(1900, 1, 1),
                Sex.FEMALE,
                new CountyCode(county),
                new MunicipalityCode(county + "80"),
                pseudonym);
        return services.finder()
                .find(HOST, UnitFinder.Search.all(resident, store.clock().instant()))
                .contains(UNIT);
    }

    private static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    /** Nobody names a municipality here. */
    private static final class NoPlaces implements Geography {

        @Override
        public List<County> counties() {
            return List.of();
        }

        @Override
        public List<Municipality> municipalities(CountyCode county) {
            return List.of();
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return Optional.empty();
        }
    }
}

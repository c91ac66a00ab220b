package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation.Band;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.api.units.CareUnit;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.finding.internal.index.IndexUnitFinder;
import org.careunit.finding.internal.index.IndexedUnit;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.SnapshotCache;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.units.internal.geography.MunicipalityFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What finding promises, on every database. */
public abstract class FindingContract {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId CLOSED = new HsaId("SE1111111111-UNIT2");
    private static final ResidentPseudonym ONE = new ResidentPseudonym("r-1");
    public static final Actor ANNA = new Actor.Operator("anna");
    private static final Actor HOST = new Actor.Host("test");
    private static final Actor NOBODY = new Actor.Staff(new StaffId("SE1111111111-NOBODY"));
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final MunicipalityCode SOLNA = new MunicipalityCode("0184");
    private static final Instant NOON = Instant.parse("1920-06-01T12:00:00Z");
    private static final Rule WOMEN = rule(Sex.FEMALE, 20, 64);

    private final List<IndexedUnit> units = new CopyOnWriteArrayList<>();
    private final Heard heard = new Heard();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    public TestStore store;
    public SnapshotCache<FindingSnapshot> snapshots;
    public IndexUnitFinder finder;
    public StoredApprovals approvals;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
        units.add(candidate(UNIT, true, new CatchmentArea(List.of(WOMEN))));
        units.add(candidate(CLOSED, false, new CatchmentArea(List.of(WOMEN))));
        snapshots = FindingSnapshot.cache(
                new Caches(store.transactions(), store.changes()),
                () -> List.copyOf(units),
                store.approvals(),
                store.clock(),
                worker);
        store.changes().listen(heard);
        MunicipalityFile municipalities = new MunicipalityFile(Path.of("target", "none.csv"));
        finder = new IndexUnitFinder(
                FakeAccess.operatorsAndResidents(), snapshots, store.pseudonyms(), municipalities.list());
        approvals = new StoredApprovals(
                FakeAccess.operatorsAndResidents(),
                new StoredApprovals.Store(
                        store.transactions(),
                        store.units(),
                        store.documents(),
                        store.approvals(),
                        store.audit(),
                        store.changes()),
                store.pseudonyms(),
                store.clock());
    }

    @AfterEach
    public void closeStore() {
        worker.shutdownNow();
        store.close();
    }

    @Test
    public void openUnitsAreFoundByTheirRules() {
        assertThat(find(resident(Sex.FEMALE, 1890))).containsExactly(UNIT);
        assertThat(find(resident(Sex.MALE, 1890))).isEmpty();
    }

    @Test
    public void anApprovalHoldsToTheEndOfItsLastDay() {
        Resident man = resident(Sex.MALE, 1890);
        LocalDate last = LocalDate.of(2999, 12, 31);
        snapshots.get();
        assertThat(approvals
                        .approve(ANNA, UNIT, ONE, Optional.of(last))
                        .resident()
                        .value())
                .hasSize(64);
        Awaitility.await().until(() -> !find(man).isEmpty());
        assertThat(finder.find(HOST, Search.all(man, Instant.parse("2999-12-31T22:59:59Z"))))
                .containsExactly(UNIT);
        assertThat(finder.find(HOST, Search.all(man, Instant.parse("2999-12-31T23:00:00Z"))))
                .isEmpty();
        assertThat(finder.exposes(HOST, UNIT, man, Instant.parse("2999-12-31T22:59:59Z")))
                .isTrue();
        assertThat(finder.exposes(HOST, UNIT, man, Instant.parse("2999-12-31T23:00:00Z")))
                .isFalse();
        assertThat(finder.explain(HOST, UNIT, man, NOON).reasons())
                .extracting(Problem::swedish)
                .containsExactly("Invånaren är godkänd av mottagningen till och med den 31 december 2999.");
        approvals.withdraw(ANNA, UNIT, ONE);
        Awaitility.await().until(() -> find(man).isEmpty());
        assertThat(approvals.ofUnit(ANNA, UNIT)).isEmpty();
    }

    @Test
    public void whoIsNotWhollyKnownIsAskedAboutAndFitsNoRuleThatAsksForIt() {
        Resident hidden = new Resident(
                LocalDate.of(1890, 1, 1),
                Optional.of(Sex.FEMALE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ONE));
        assertThat(find(hidden)).isEmpty();
        assertThat(finder.exposes(HOST, UNIT, hidden, NOON)).isFalse();
        assertThat(finder.explain(HOST, UNIT, hidden, NOON).reasons().get(0).swedish())
                .contains("länet är inte känt");
        Resident withoutSex = new Resident(
                LocalDate.of(1890, 1, 1), Optional.empty(), Optional.empty(), Optional.of(SOLNA), Optional.of(ONE));
        assertThat(withoutSex.county()).contains(STOCKHOLM);
        assertThat(find(withoutSex)).isEmpty();
        assertThat(finder.explain(HOST, UNIT, withoutSex, NOON).reasons().get(0).swedish())
                .contains("könet är inte känt");
        approvals.approve(ANNA, UNIT, ONE, Optional.empty());
        Awaitility.await().until(() -> find(hidden).equals(List.of(UNIT)));
        assertThat(find(withoutSex)).containsExactly(UNIT);
    }

    @Test
    public void anApprovalThatIsFoundByAnOlderSecretIsKeptByTheNewest() {
        approvals.approve(ANNA, UNIT, ONE, Optional.of(LocalDate.of(2999, 1, 1)));
        StoredApprovals after = new StoredApprovals(
                FakeAccess.operatorsAndResidents(),
                new StoredApprovals.Store(
                        store.transactions(),
                        store.units(),
                        store.documents(),
                        store.approvals(),
                        store.audit(),
                        store.changes()),
                new Rotated(),
                store.clock());
        assertThat(after.find(ANNA, UNIT, ONE).orElseThrow().resident()).isEqualTo(new ResidentHash("f".repeat(64)));
        assertThat(store.approvals().all()).singleElement().satisfies(kept -> {
            assertThat(kept.resident()).isEqualTo(new ResidentHash("f".repeat(64)));
            assertThat(kept.lastDay()).contains(LocalDate.of(2999, 1, 1));
        });
    }

    @Test
    public void approvalsAreInTheAuditTrailUnderTheResidentsKey() {
        ResidentHash key = approvals.approve(ANNA, UNIT, ONE, Optional.empty()).resident();
        approvals.withdraw(ANNA, UNIT, ONE);
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("resident.withdraw", "resident.approve");
        assertThat(store.audit().newest(UNIT, 2))
                .extracting(AuditTrail.Entry::text)
                .containsExactly(
                        "from approved without end to not approved", "from not approved to approved without end");
        assertThat(store.audit().ofResident(Optional.empty(), ONE)).hasSize(2);
        assertThat(store.audit().newest(UNIT, 10))
                .allSatisfy(row -> assertThat(row.text()).doesNotContain("r-1").hasSizeLessThan(60))
                .allSatisfy(row -> assertThat(row.resident()).isPresent());
        assertThat(heard.changes).containsExactly(approved(key.value()), approved(key.value()));
    }

    @Test
    public void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> approvals.approve(ANNA, UNIT, ONE, Optional.of(LocalDate.of(1999, 1, 1))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has passed");
        assertThatThrownBy(() -> approvals.withdraw(ANNA, UNIT, ONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining("r-1");
        assertThatThrownBy(() -> approvals.approve(ANNA, CLOSED, ONE, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit");
        assertThatThrownBy(() -> approvals.approve(ANNA, UNIT, new ResidentPseudonym(" "), Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThat(store.approvals().all()).isEmpty();
    }

    @Test
    public void whoMayNotIsRefused() {
        Resident woman = resident(Sex.FEMALE, 1890);
        assertThatThrownBy(() -> finder.find(NOBODY, Search.all(woman, NOON)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> finder.explain(NOBODY, UNIT, woman, NOON)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> finder.simulate(NOBODY, UNIT, CatchmentArea.NONE))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> approvals.approve(HOST, UNIT, ONE, Optional.empty()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> finder.find(new Actor.Resident("r-2"), Search.all(woman, NOON)))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageNotContaining("r-1");
        assertThat(finder.find(new Actor.Resident("r-1"), Search.all(woman, NOON)))
                .containsExactly(UNIT);
    }

    @Test
    public void reasonsNameThePlaceAndWhatDoesNotFit() {
        assertThat(finder.explain(ANNA, UNIT, resident(Sex.FEMALE, 1910), NOON).reasons())
                .extracting(Problem::swedish)
                .containsExactly(
                        "Regel 1: gäller kvinnor 20–64 år i Solna; åldern passar inte.",
                        "Invånaren är inte godkänd av mottagningen.");
        assertThat(finder.explain(ANNA, UNIT, resident(Sex.FEMALE, 1890), NOON).reasons())
                .extracting(Problem::swedish)
                .containsExactly("Regel 1: gäller kvinnor 20–64 år i Solna; invånaren omfattas.");
        assertThat(finder.explain(ANNA, CLOSED, resident(Sex.FEMALE, 1890), NOON))
                .satisfies(closed -> assertThat(closed.exposed()).isFalse())
                .satisfies(closed -> assertThat(closed.reasons())
                        .extracting(Problem::swedish)
                        .containsExactly("Mottagningen är inte öppen för invånare."));
    }

    @Test
    public void whetherAUnitIsExposedIsWhatItsReasonsSay() {
        for (HsaId unit : List.of(UNIT, CLOSED, new HsaId("SE1111111111-NOUNIT"))) {
            for (int born = 1840; born < 1925; born += 5) {
                for (Sex sex : Sex.values()) {
                    Resident resident = resident(sex, born);
                    assertThat(finder.exposes(ANNA, unit, resident, NOON))
                            .isEqualTo(
                                    finder.explain(ANNA, unit, resident, NOON).exposed())
                            .isEqualTo(find(resident).contains(unit));
                }
            }
        }
    }

    @Test
    public void aSimulationSaysWhoIsWonAndLostInBands() {
        CatchmentArea changed = new CatchmentArea(List.of(rule(Sex.FEMALE, 30, 50), rule(Sex.FEMALE, 65, 70)));
        assertThat(finder.simulate(ANNA, UNIT, changed).won()).containsExactly(new Band(SOLNA, Sex.FEMALE, 65, 70));
        assertThat(finder.simulate(ANNA, UNIT, changed).lost())
                .containsExactly(new Band(SOLNA, Sex.FEMALE, 20, 29), new Band(SOLNA, Sex.FEMALE, 51, 64));
        Rule county = new Rule(STOCKHOLM, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
        assertThat(finder.simulate(ANNA, UNIT, new CatchmentArea(List.of(county)))
                        .won())
                .hasSize(26 * 2 + 1)
                .contains(new Band(SOLNA, Sex.FEMALE, 0, 19), new Band(SOLNA, Sex.FEMALE, 65, Rule.OLDEST));
        Rule nowhere = new Rule(
                STOCKHOLM,
                Optional.of(new MunicipalityCode("0199")),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        assertThatThrownBy(() -> finder.simulate(ANNA, UNIT, new CatchmentArea(List.of(nowhere))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("0199");
    }

    @Test
    public void aRuleForTheWholeCountryTakesInThoseOfWhomNoPlaceIsKnown() {
        HsaId everywhere = new HsaId("SE1111111111-UNIT4");
        Rule women = new Rule(
                Optional.empty(), Optional.empty(), Optional.of(Sex.FEMALE), OptionalInt.of(18), OptionalInt.empty());
        units.add(candidate(everywhere, true, new CatchmentArea(List.of(women))));
        snapshots.refresh();
        Resident far = livingIn(Optional.of(new CountyCode("25")), Sex.FEMALE);
        Resident nowhere = livingIn(Optional.empty(), Sex.FEMALE);
        Awaitility.await().until(() -> find(far).equals(List.of(everywhere)));
        assertThat(find(nowhere)).containsExactly(everywhere);
        assertThat(find(livingIn(Optional.empty(), Sex.MALE))).isEmpty();
        assertThat(finder.exposes(HOST, everywhere, nowhere, NOON)).isTrue();
        assertThat(finder.explain(ANNA, everywhere, far, NOON).reasons())
                .extracting(Problem::swedish)
                .containsExactly("Regel 1: gäller kvinnor från 18 år i hela landet; invånaren omfattas.");
        assertThat(finder.explain(ANNA, everywhere, livingIn(Optional.empty(), Sex.MALE), NOON)
                        .reasons())
                .extracting(Problem::swedish)
                .first()
                .isEqualTo("Regel 1: gäller kvinnor från 18 år i hela landet; könet passar inte.");
        assertThat(finder.simulate(ANNA, UNIT, new CatchmentArea(List.of(women)))
                        .won())
                .hasSize(291) // of 290 municipalities; in Solna those of 20 to 64 years have won before
                .contains(new Band(new MunicipalityCode("2584"), Sex.FEMALE, 18, Rule.OLDEST));
    }

    private static Resident livingIn(Optional<CountyCode> county, Sex sex) {
        return new Resident(LocalDate.of(1890, 1, 1), Optional.of(sex), county, Optional.empty(), Optional.empty());
    }

    @Test
    public void whoAsksWhileTheIndexIsMadeGetsTheOneBeforeOrAfter() throws Exception {
        HsaId other = new HsaId("SE1111111111-UNIT3");
        AtomicBoolean stop = new AtomicBoolean();
        Resident woman = resident(Sex.FEMALE, 1890);
        ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor();
        Future<?> asking = asker.submit(() -> {
            while (!stop.get()) {
                assertThat(find(woman)).isIn(List.of(UNIT), List.of(UNIT, other));
            }
        });
        try {
            for (int i = 0; i < 10; i++) {
                List<HsaId> expected = flip(other);
                snapshots.refresh();
                Awaitility.await().until(() -> find(woman).equals(expected));
            }
        } finally {
            stop.set(true);
            requireFine(asking);
            asker.shutdownNow();
        }
    }

    private List<HsaId> flip(HsaId other) {
        if (units.removeIf(unit -> unit.id().equals(other))) {
            return new ArrayList<>(List.of(UNIT));
        }
        units.add(candidate(other, true, new CatchmentArea(List.of(WOMEN))));
        return new ArrayList<>(List.of(UNIT, other));
    }

    private static void requireFine(Future<?> asking) throws Exception {
        try {
            asking.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ChangeBroadcast.Change approved(String key) {
        return new ChangeBroadcast.Change(Scope.unit(UNIT), "approved", key);
    }

    private List<HsaId> find(Resident resident) {
        return finder.find(HOST, Search.all(resident, NOON));
    }

    private static Resident resident(Sex sex, int born) {
        return new Resident(LocalDate.of(born, 1, 1), sex, STOCKHOLM, SOLNA, Optional.of(ONE));
    }

    private static Rule rule(Sex sex, int from, int to) {
        return new Rule(STOCKHOLM, Optional.of(SOLNA), Optional.of(sex), OptionalInt.of(from), OptionalInt.of(to));
    }

    private static IndexedUnit candidate(HsaId unit, boolean open, CatchmentArea area) {
        return new IndexedUnit(unit, open, "Mottagning Å", area, Map.of());
    }

    private static final class Heard implements ChangeBroadcast.Listener {

        final List<ChangeBroadcast.Change> changes = new CopyOnWriteArrayList<>();

        @Override
        public void changed(ChangeBroadcast.Change change) {
            changes.add(change);
        }

        @Override
        public void noticesLost() {}
    }

    /** The secrets after one more was added. */
    private final class Rotated implements Pseudonyms {

        @Override
        public String of(Purpose purpose, String text) {
            return "f".repeat(64);
        }

        @Override
        public List<String> all(Purpose purpose, String text) {
            return List.of(of(purpose, text), store.pseudonyms().of(purpose, text));
        }
    }
}

package org.careunit.finding.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;
import static org.careunit.operations.TestConsole.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.api.units.CareUnit;
import org.careunit.finding.internal.FixedSettings;
import org.careunit.finding.internal.StoredApprovals;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.finding.internal.index.IndexUnitFinder;
import org.careunit.finding.internal.index.IndexedUnit;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.SnapshotCache;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.units.internal.geography.MunicipalityFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final CountyCode STOCKHOLM = new CountyCode("01");

    @TempDir
    Path directory;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private TestStore store;
    private Geography geography;
    private IndexUnitFinder finder;
    private StoredApprovals approvals;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(directory.resolve("store"));
        store.units().add(new CareUnit(new HsaId(UNIT), STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
        IndexedUnit unit =
                new IndexedUnit(new HsaId(UNIT), true, "Mottagning Å", area(20), Map.of("bvc", "Barnavårdscentral"));
        SnapshotCache<FindingSnapshot> snapshots = FindingSnapshot.cache(
                new Caches(store.transactions(), store.changes()),
                () -> List.of(unit),
                store.approvals(),
                store.clock(),
                worker);
        snapshots.get();
        geography = new MunicipalityFile(directory.resolve("municipalities.csv")).list();
        finder = new IndexUnitFinder(FakeAccess.operatorsAndResidents(), snapshots, store.pseudonyms(), geography);
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
    void closeStore() {
        worker.shutdownNow();
        store.close();
    }

    private static CatchmentArea area(int fromAge) {
        return new CatchmentArea(List.of(new Rule(
                STOCKHOLM,
                Optional.of(new MunicipalityCode("0184")),
                Optional.of(Sex.FEMALE),
                OptionalInt.of(fromAge),
                OptionalInt.of(40))));
    }

    @Test
    void unitsAreFoundByRulesCareTypesAndWords() {
        assertThat(run(find())).contains(UNIT);
        assertThat(runForScripts(find())).isEqualToIgnoringWhitespace("[{\"unit\":\"" + UNIT + "\"}]");
        FindCommand searched = find();
        searched.careType = "bvc";
        searched.words = "barnav mott";
        assertThat(run(searched)).contains(UNIT);
        searched.words = "tand";
        assertThat(run(searched)).contains("No open unit");
        FindCommand other = find();
        other.careType = "vardcentral";
        assertThat(run(other)).contains("No open unit");
        FindCommand later = find();
        later.at = "1931-01-01";
        assertThat(run(later)).contains("No open unit");
    }

    @Test
    void whatCannotBeReadIsRefusedAndNotRepeated() {
        FindCommand wrong = find();
        wrong.birthDate = "18900101-1234";
        assertThat(run(wrong)).contains("year, month and day").doesNotContain("1234");
        wrong.birthDate = "1890-01-01";
        wrong.sex = "woman";
        assertThat(run(wrong)).contains("female or male");
        wrong.sex = "female";
        wrong.at = "noon, of the first of June";
        assertThat(run(wrong)).contains("--at");
        wrong.at = "1920-06-01T08:00";
        assertThat(run(wrong)).contains(UNIT);
    }

    @Test
    void aUnitIsExplained() {
        ExplainCommand explain = new ExplainCommand();
        explain.service = finder;
        explain.clock = store.clock();
        write(explain, UNIT, "1890-01-01", "female", "0184");
        explain.at = "1920-06-01";
        assertThat(run(explain)).contains("true", "kvinnor 20–40 år i Solna");
        explain.at = null;
        assertThat(run(explain)).contains("false", "åldern passar inte");
    }

    @Test
    void aResidentIsApprovedListedAndWithdrawn() {
        FindCommand man = find();
        man.sex = "male";
        man.pseudonym = "r-1";
        ResidentApproveCommand approve = new ResidentApproveCommand();
        approve.service = approvals;
        approve.unit = UNIT;
        approve.resident = "r-1";
        approve.until = "2999-12-31";
        assertThat(run(approve)).contains("2999-12-31", "operator").doesNotContain("r-1");
        Awaitility.await().until(() -> run(man).contains(UNIT));
        ResidentListCommand list = new ResidentListCommand();
        list.service = approvals;
        list.unit = UNIT;
        assertThat(run(list)).contains("2999-12-31");
        ResidentWithdrawCommand withdraw = new ResidentWithdrawCommand();
        withdraw.service = approvals;
        withdraw.unit = UNIT;
        withdraw.resident = "r-1";
        assertThat(run(withdraw)).contains("approved nobody");
        assertThat(run(withdraw)).contains("not approved by");
        Awaitility.await().until(() -> !run(man).contains(UNIT));
    }

    @Test
    void anotherCatchmentAreaIsTried() {
        SimulateCommand simulate = new SimulateCommand();
        simulate.service = finder;
        simulate.settings = new FixedSettings().read("{from 30}", area(30)).read("{from 20}", area(20));
        simulate.geography = geography;
        simulate.unit = UNIT;
        simulate.area = "{from 30}";
        assertThat(run(simulate))
                .contains("lost", "0184", "Solna", "female", "20", "29")
                .doesNotContain("won");
        simulate.area = "{from 20}";
        assertThat(run(simulate)).contains("Nobody is won");
        simulate.area = "{";
        assertThat(run(simulate)).contains("not JSON");
    }

    private FindCommand find() {
        FindCommand find = new FindCommand();
        find.service = finder;
        find.clock = store.clock();
        find.birthDate = "1890-01-01";
        find.sex = "female";
        find.municipality = "0184";
        find.at = "1920-06-01";
        return find;
    }
}

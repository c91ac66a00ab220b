package org.careunit.storage.internal.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.storage.Accounts.Account;
import org.careunit.storage.Grants.OfStaff;
import org.careunit.storage.UnitRegister.Entry;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: units and who may be what there. */
public abstract class RightsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");
    private static final CountyCode REGION = new CountyCode("01");

    private TestStore store;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void aUnitIsAddedOnce() {
        assertThat(store.units().find(UNIT)).isEmpty();
        assertThat(store.units().add(unit(UNIT, "Mottagning Å", State.REGISTERED)))
                .isTrue();
        assertThat(store.units().add(unit(UNIT, "Mottagning B", State.OPEN))).isFalse();
        assertThat(store.units().find(UNIT)).contains(new Entry(unit(UNIT, "Mottagning Å", State.REGISTERED), 1));
    }

    @Test
    public void aUnitIsChangedByWhoHasSeenIt() {
        store.units().add(unit(UNIT, "Mottagning A", State.REGISTERED));
        assertThat(store.units().update(unit(UNIT, "Mottagning A", State.OPEN), 1))
                .isTrue();
        assertThat(store.units().update(unit(UNIT, "Mottagning A", State.CLOSED), 1))
                .isFalse();
        assertThat(store.units().update(unit(OTHER, "Mottagning B", State.OPEN), 1))
                .isFalse();
        assertThat(store.units().find(UNIT)).contains(new Entry(unit(UNIT, "Mottagning A", State.OPEN), 2));
    }

    @Test
    public void aRegionHasItsOwnUnits() {
        store.units().add(unit(OTHER, "Mottagning B", State.OPEN));
        store.units().add(unit(UNIT, "Mottagning A", State.REGISTERED));
        assertThat(store.units().ofRegion(REGION))
                .extracting(entry -> entry.unit().id())
                .containsExactly(UNIT, OTHER);
        assertThat(store.units().ofRegion(new CountyCode("03"))).isEmpty();
    }

    @Test
    public void aLockedUnitIsChangedByOneAtATime() throws Exception {
        store.units().add(unit(UNIT, "Mottagning 0", State.OPEN));
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> changes = Collections.nCopies(
                    20, Executors.callable(() -> store.transactions().run(this::count)));
            for (Future<Object> change : callers.invokeAll(changes)) {
                change.get(30, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.units().find(UNIT)).contains(new Entry(unit(UNIT, "Mottagning 20", State.OPEN), 21));
    }

    private void count() {
        Entry locked = store.units().lock(UNIT).orElseThrow();
        int next = Integer.parseInt(locked.unit().name().substring("Mottagning ".length())) + 1;
        store.units().update(unit(UNIT, "Mottagning " + next, State.OPEN), locked.version());
    }

    @Test
    public void nobodyLocksOutsideATransaction() {
        assertThatThrownBy(() -> store.units().lock(UNIT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.grants().replace(UNIT, ANNA, Set.of(), "operator:test"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.transactions().call(() -> store.units().lock(UNIT))).isEmpty();
    }

    @Test
    public void permissionsAreFoundByStaffAndByUnit() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER));
        replace(OTHER, ANNA, Set.of(Permission.CASE_RECEIVER));
        replace(UNIT, BO, Set.of(Permission.UNIT_ADMINISTRATOR));
        StaffAtUnit annaHere = new StaffAtUnit(ANNA, UNIT, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER));
        StaffAtUnit annaThere = new StaffAtUnit(ANNA, OTHER, Set.of(Permission.CASE_RECEIVER));
        assertThat(store.grants().of(ANNA))
                .isEqualTo(new OfStaff(Map.of(UNIT, annaHere, OTHER, annaThere), Set.of(), Optional.empty()));
        assertThat(store.grants().atUnit(UNIT))
                .containsExactly(annaHere, new StaffAtUnit(BO, UNIT, Set.of(Permission.UNIT_ADMINISTRATOR)));
    }

    @Test
    public void permissionsAreReplaced() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER));
        replace(UNIT, ANNA, Set.of(Permission.CASE_RECEIVER, Permission.REVIEWER));
        assertThat(store.grants().of(ANNA).at(UNIT, DAY))
                .containsExactlyInAnyOrder(Permission.CASE_RECEIVER, Permission.REVIEWER);
        replace(UNIT, ANNA, Set.of());
        assertThat(store.grants().of(ANNA).units()).isEmpty();
        assertThat(store.grants().atUnit(UNIT)).isEmpty();
    }

    @Test
    public void whatWasGrantedIsKeptInVersions() {
        GrantPeriod december = new GrantPeriod(Optional.of(DAY), Optional.empty());
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        replace(OTHER, ANNA, Set.of(Permission.REVIEWER));
        replaceDated(Map.of(Permission.CASE_HANDLER, december));
        replace(UNIT, ANNA, Set.of());
        List<Saved<Map<Permission, GrantPeriod>>> history = store.grants().history(UNIT, ANNA);
        assertThat(history).extracting(Saved::version).containsExactly(3L, 2L, 1L);
        assertThat(history)
                .extracting(saved -> saved.content().orElseThrow())
                .containsExactly(
                        Map.of(),
                        Map.of(Permission.CASE_HANDLER, december),
                        Map.of(Permission.CASE_HANDLER, GrantPeriod.ALWAYS));
        assertThat(history).extracting(Saved::actor).containsOnly("operator:test");
        assertThat(history.get(1).changes()).singleElement().satisfies(change -> {
            assertThat(change.path()).isEqualTo("/grants/CASE_HANDLER/from");
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).contains("\"2026-12-01T00:00:00Z\"");
        });
        assertThat(store.grants().history(OTHER, ANNA)).hasSize(1);
        assertThat(store.grants().history(UNIT, BO)).isEmpty();
    }

    @Test
    public void whatWasGrantedBeforeThereWereVersionsIsTheFirst() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        store.execute("DELETE FROM documents");
        replace(UNIT, ANNA, Set.of(Permission.REVIEWER));
        List<Saved<Map<Permission, GrantPeriod>>> history = store.grants().history(UNIT, ANNA);
        assertThat(history).extracting(Saved::actor).containsExactly("operator:test", "system:permissions");
        assertThat(history.get(1).content()).contains(Map.of(Permission.CASE_HANDLER, GrantPeriod.ALWAYS));
    }

    @Test
    public void aRegionsAdministratorIsMadeOnce() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        assertThat(store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test"))
                .isTrue();
        assertThat(store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test"))
                .isFalse();
        replace(UNIT, ANNA, Set.of());
        assertThat(store.grants().of(ANNA)).isEqualTo(new OfStaff(Map.of(), Set.of(REGION), Optional.empty()));
        assertThat(store.grants().atUnit(UNIT)).isEmpty();
        assertThat(store.grants().regionalAdministrators(REGION)).containsExactly(ANNA);
        assertThat(store.grants().removeRegionalAdministrator(REGION, ANNA)).isTrue();
        assertThat(store.grants().removeRegionalAdministrator(REGION, ANNA)).isFalse();
    }

    @Test
    public void permissionsAreDated() {
        GrantPeriod december = new GrantPeriod(Optional.of(DAY), Optional.of(DAY.plusSeconds(60)));
        replaceDated(Map.of(Permission.CASE_HANDLER, december, Permission.REVIEWER, GrantPeriod.ALWAYS));
        assertThat(store.grants().of(ANNA).at(UNIT, DAY.minusSeconds(1))).containsExactly(Permission.REVIEWER);
        assertThat(store.grants().of(ANNA).at(UNIT, DAY)).hasSize(2);
        assertThat(store.grants().of(ANNA).at(UNIT, DAY.plusSeconds(60))).containsExactly(Permission.REVIEWER);
        replaceDated(Map.of(Permission.CASE_HANDLER, GrantPeriod.ALWAYS));
        assertThat(store.grants().of(ANNA).units().get(UNIT).grants())
                .isEqualTo(Map.of(Permission.CASE_HANDLER, GrantPeriod.ALWAYS));
    }

    @Test
    public void whoIsLockedAtOneUnitIsNotAtAnother() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        replace(OTHER, ANNA, Set.of(Permission.CASE_HANDLER));
        store.accounts().lock(UNIT, ANNA, "operator:test");
        store.accounts().lock(UNIT, ANNA, "operator:test");
        assertThat(store.grants().of(ANNA).at(UNIT, DAY)).isEmpty();
        assertThat(store.grants().of(ANNA).at(OTHER, DAY)).containsExactly(Permission.CASE_HANDLER);
        assertThat(store.grants().atUnit(UNIT)).singleElement().satisfies(anna -> assertThat(anna.locked())
                .isTrue());
        store.accounts().unlock(UNIT, ANNA);
        assertThat(store.grants().of(ANNA).at(UNIT, DAY)).containsExactly(Permission.CASE_HANDLER);
    }

    @Test
    public void nothingHasEffectAfterTheEmployment() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test");
        store.accounts().add(ANNA, Optional.empty(), "operator:test");
        store.accounts().employment(ANNA, Optional.of(DAY));
        OfStaff anna = store.grants().of(ANNA);
        assertThat(anna.at(UNIT, DAY.minusSeconds(1))).containsExactly(Permission.CASE_HANDLER);
        assertThat(anna.regionsAt(DAY.minusSeconds(1))).containsExactly(REGION);
        assertThat(anna.at(UNIT, DAY)).isEmpty();
        assertThat(anna.regionsAt(DAY)).isEmpty();
        store.accounts().employment(ANNA, Optional.empty());
        assertThat(store.grants().of(ANNA).at(UNIT, DAY)).containsExactly(Permission.CASE_HANDLER);
    }

    @Test
    public void anAccountIsAddedOnceAndFoundByPerson() {
        assertThat(store.accounts().find(ANNA)).isEmpty();
        assertThat(store.accounts().add(ANNA, Optional.empty(), "operator:test"))
                .isTrue();
        assertThat(store.accounts().add(ANNA, Optional.of("b"), "operator:test"))
                .isFalse();
        assertThat(store.accounts().add(BO, Optional.of("a"), "operator:test")).isTrue();
        store.accounts().identify(ANNA, "a");
        assertThat(store.accounts().ofPerson("a")).containsExactly(ANNA, BO);
        assertThat(store.accounts().ofPerson("b")).isEmpty();
        assertThat(store.accounts().find(ANNA)).contains(new Account(ANNA, Optional.of("a"), Optional.empty()));
        assertThat(store.accounts().after(Optional.empty(), 1)).containsExactly(ANNA);
        assertThat(store.accounts().after(Optional.of(ANNA), 5)).containsExactly(BO);
    }

    private void replaceDated(Map<Permission, GrantPeriod> grants) {
        store.transactions().run(() -> store.grants().replace(UNIT, ANNA, grants, "operator:test"));
    }

    private void replace(HsaId unit, StaffId staff, Set<Permission> permissions) {
        store.transactions().run(() -> store.grants().replace(unit, staff, permissions, "operator:test"));
    }

    private static CareUnit unit(HsaId id, String name, State state) {
        return new CareUnit(id, REGION, name, state);
    }
}

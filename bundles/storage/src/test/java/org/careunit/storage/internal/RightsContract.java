package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.storage.Grants.OfStaff;
import org.careunit.storage.UnitRegister.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: units and who may be what there. */
abstract class RightsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final HsaId ANNA = new HsaId("SE1111111111-ANNA");
    private static final HsaId BO = new HsaId("SE1111111111-BO");
    private static final CountyCode REGION = new CountyCode("01");

    private TestStore store;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aUnitIsAddedOnce() {
        assertThat(store.units().find(UNIT)).isEmpty();
        assertThat(store.units().add(unit(UNIT, "Mottagning Å", State.REGISTERED)))
                .isTrue();
        assertThat(store.units().add(unit(UNIT, "Mottagning B", State.OPEN))).isFalse();
        assertThat(store.units().find(UNIT)).contains(new Entry(unit(UNIT, "Mottagning Å", State.REGISTERED), 1));
    }

    @Test
    void aUnitIsChangedByWhoHasSeenIt() {
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
    void aRegionHasItsOwnUnits() {
        store.units().add(unit(OTHER, "Mottagning B", State.OPEN));
        store.units().add(unit(UNIT, "Mottagning A", State.REGISTERED));
        assertThat(store.units().ofRegion(REGION))
                .extracting(entry -> entry.unit().id())
                .containsExactly(UNIT, OTHER);
        assertThat(store.units().ofRegion(new CountyCode("03"))).isEmpty();
    }

    @Test
    void aLockedUnitIsChangedByOneAtATime() throws Exception {
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
    void nobodyLocksOutsideATransaction() {
        assertThatThrownBy(() -> store.units().lock(UNIT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.grants().replace(UNIT, ANNA, Set.of(), "operator:test"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.transactions().call(() -> store.units().lock(UNIT))).isEmpty();
    }

    @Test
    void permissionsAreFoundByStaffAndByUnit() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER));
        replace(OTHER, ANNA, Set.of(Permission.CASE_RECEIVER));
        replace(UNIT, BO, Set.of(Permission.UNIT_ADMINISTRATOR));
        assertThat(store.grants().of(ANNA))
                .isEqualTo(new OfStaff(
                        Map.of(
                                UNIT,
                                Set.of(Permission.CASE_HANDLER, Permission.REVIEWER),
                                OTHER,
                                Set.of(Permission.CASE_RECEIVER)),
                        Set.of()));
        assertThat(store.grants().atUnit(UNIT))
                .containsExactly(
                        Map.entry(ANNA, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER)),
                        Map.entry(BO, Set.of(Permission.UNIT_ADMINISTRATOR)));
    }

    @Test
    void permissionsAreReplaced() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER, Permission.REVIEWER));
        replace(UNIT, ANNA, Set.of(Permission.CASE_RECEIVER, Permission.REVIEWER));
        assertThat(store.grants().of(ANNA).at(UNIT))
                .containsExactlyInAnyOrder(Permission.CASE_RECEIVER, Permission.REVIEWER);
        replace(UNIT, ANNA, Set.of());
        assertThat(store.grants().of(ANNA).units()).isEmpty();
        assertThat(store.grants().atUnit(UNIT)).isEmpty();
    }

    @Test
    void aRegionsAdministratorIsMadeOnce() {
        replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        assertThat(store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test"))
                .isTrue();
        assertThat(store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test"))
                .isFalse();
        replace(UNIT, ANNA, Set.of());
        assertThat(store.grants().of(ANNA)).isEqualTo(new OfStaff(Map.of(), Set.of(REGION)));
        assertThat(store.grants().atUnit(UNIT)).isEmpty();
    }

    private void replace(HsaId unit, HsaId staff, Set<Permission> permissions) {
        store.transactions().run(() -> store.grants().replace(unit, staff, permissions, "operator:test"));
    }

    private static CareUnit unit(HsaId id, String name, State state) {
        return new CareUnit(id, REGION, name, state);
    }
}

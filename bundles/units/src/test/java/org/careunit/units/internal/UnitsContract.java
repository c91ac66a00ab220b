package org.careunit.units.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.internal.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the units' service promises, on every database. */
abstract class UnitsContract {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId SECOND = new HsaId("SE1111111111-UNIT2");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor RESIDENT = new Actor.Resident("r-1");

    private TestStore store;
    private UnitsComponent units;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        units = service(store);
    }

    static UnitsComponent service(TestStore store) {
        return new UnitsComponent(new Operators(), store.transactions(), store.units(), store.audit());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aUnitIsRegisteredAndOpened() {
        CareUnit registered = units.register(OPERATOR, UNIT, REGION, " Mottagning Å ");
        assertThat(registered).isEqualTo(new CareUnit(UNIT, REGION, "Mottagning Å", State.REGISTERED));
        CareUnit open = units.open(OPERATOR, UNIT);
        assertThat(open).isEqualTo(new CareUnit(UNIT, REGION, "Mottagning Å", State.OPEN));
        assertThat(units.find(OPERATOR, UNIT)).contains(open);
        assertThat(actions()).containsExactly("unit.open", "unit.register");
    }

    @Test
    void theSameAgainChangesNothing() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        CareUnit open = units.open(OPERATOR, UNIT);
        assertThat(units.open(OPERATOR, UNIT)).isEqualTo(open);
        assertThat(units.register(OPERATOR, UNIT, REGION, "Mottagning A")).isEqualTo(open);
        assertThat(actions()).hasSize(2);
    }

    @Test
    void otherwiseRegisteredIsRefused() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, REGION, "Mottagning B"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another name");
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, new CountyCode("03"), "Mottagning A"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another region");
        assertThat(actions()).hasSize(1);
    }

    @Test
    void registeredByTwoAtOnceItIsRegisteredOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Callable<CareUnit> register = () -> units.register(OPERATOR, UNIT, REGION, "Mottagning A");
            for (Future<CareUnit> done : callers.invokeAll(List.of(register, register))) {
                assertThat(done.get(30, TimeUnit.SECONDS).name()).isEqualTo("Mottagning A");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(actions()).containsExactly("unit.register");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "CLOSED"})
    void whatHasLeftDoesNotOpenAgain(State state) {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        store.units().update(new CareUnit(UNIT, REGION, "Mottagning A", state), 1);
        assertThatThrownBy(() -> units.open(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not open again");
        assertThat(units.find(OPERATOR, UNIT).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void anUnknownUnitIsNotFoundAndNotOpened() {
        assertThat(units.find(OPERATOR, UNIT)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> units.open(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit");
    }

    @Test
    void aRegionsUnitsComeInTheOrderOfTheSwedishAlphabet() {
        units.register(OPERATOR, UNIT, REGION, "Ögon");
        units.register(OPERATOR, SECOND, REGION, "Åre");
        units.register(OPERATOR, new HsaId("SE1111111111-UNIT3"), REGION, "zonen");
        units.register(OPERATOR, new HsaId("SE1111111111-UNIT4"), new CountyCode("03"), "Annan");
        assertThat(units.ofRegion(OPERATOR, REGION)).extracting(CareUnit::name).containsExactly("zonen", "Åre", "Ögon");
    }

    @Test
    void allUnitsOfAllRegionsComeByTheirIds() {
        assertThat(units.all(OPERATOR)).isEmpty();
        units.register(OPERATOR, SECOND, REGION, "Annan");
        units.register(OPERATOR, UNIT, new CountyCode("03"), "Zonen");
        assertThat(units.all(OPERATOR)).extracting(CareUnit::id).containsExactly(UNIT, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a\u2028b", "a\u0007b", "\u202Eabc"})
    void aNameThatIsNoLineOfTextIsRefused(String name) {
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, REGION, name))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("one line of 1 to 120 characters");
        assertThat(store.units().find(UNIT)).isEmpty();
    }

    @Test
    void aNameMayHave120CharactersAndNoMore() {
        assertThat(units.register(OPERATOR, UNIT, REGION, "Å".repeat(120)).name())
                .hasSize(120);
        assertThatThrownBy(() -> units.register(OPERATOR, SECOND, REGION, "Å".repeat(121)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whoMayNotIsRefusedBeforeAnythingElse() {
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                () -> units.register(RESIDENT, UNIT, REGION, ""),
                () -> units.open(RESIDENT, UNIT),
                () -> units.find(RESIDENT, UNIT),
                () -> units.all(RESIDENT),
                () -> units.ofRegion(RESIDENT, REGION));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NotPermittedException.class));
    }

    private List<String> actions() {
        return store.audit().newest(UNIT, 10).stream()
                .map(AuditTrail.Entry::action)
                .toList();
    }

    /** Lets operators do everything, and nobody else anything; the real rules are tried in bundles/staff. */
    private record Operators() implements AccessControl {

        @Override
        public void require(Actor actor, Operation operation, Target target) {
            if (!isPermitted(actor, operation, target)) {
                throw new NotPermittedException("Not an operator");
            }
        }

        @Override
        public boolean isPermitted(Actor actor, Operation operation, Target target) {
            return actor instanceof Actor.Operator;
        }
    }
}

package org.careunit.units.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Regions.Region;
import org.careunit.api.units.UnitChange;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the units' service promises, on every database. */
public abstract class UnitsContract {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId SECOND = new HsaId("SE1111111111-UNIT2");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor RESIDENT = new Actor.Resident("r-1");

    private TestStore store;
    private UnitsComponent units;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        units = service(store);
    }

    public static UnitsComponent service(TestStore store) {
        return new UnitsComponent(
                FakeAccess.operators(), store.documents(), store.units(), store.cases(), store.audit(), store.clock());
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void aUnitIsRegisteredAndOpened() {
        CareUnit registered = units.register(OPERATOR, UNIT, REGION, " Mottagning Å ");
        assertThat(registered).isEqualTo(new CareUnit(UNIT, REGION, "Mottagning Å", State.REGISTERED));
        CareUnit open = units.open(OPERATOR, UNIT);
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.openedAt().orElseThrow())
                .isBetween(
                        store.clock().instant().minusSeconds(60),
                        store.clock().instant().plusSeconds(60));
        assertThat(units.find(OPERATOR, UNIT)).contains(open);
        assertThat(actions()).containsExactly("unit.open", "unit.register");
    }

    @Test
    public void theSameAgainChangesNothing() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        CareUnit open = units.open(OPERATOR, UNIT);
        assertThat(units.open(OPERATOR, UNIT)).isEqualTo(open);
        assertThat(units.register(OPERATOR, UNIT, REGION, "Mottagning A")).isEqualTo(open);
        assertThat(actions()).hasSize(2);
    }

    @Test
    public void otherwiseRegisteredIsRefused() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, REGION, "Mottagning B"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another name");
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, new CountyCode("03"), "Mottagning A"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another region, 01, and a unit does not move");
        assertThat(actions()).hasSize(1);
    }

    @Test
    public void registeredByTwoAtOnceItIsRegisteredOnce() throws Exception {
        Callable<CareUnit> register = () -> units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        assertThat(atOnce(register, register)).extracting(CareUnit::name).containsOnly("Mottagning A");
        assertThat(actions()).containsExactly("unit.register");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "CLOSED"})
    public void whatHasLeftDoesNotOpenAgain(State state) {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        store.units().update(new CareUnit(UNIT, REGION, "Mottagning A", state), 1);
        assertThatThrownBy(() -> units.open(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is " + state.name().toLowerCase(Locale.ROOT) + " and does not open again");
        assertThat(units.find(OPERATOR, UNIT).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    public void aUnitClosesWhenItsLastCaseIsHandled() {
        CareUnit open = opened();
        assertThatThrownBy(() -> units.close(OPERATOR, UNIT)).hasMessageContaining("start closing it first");
        CareUnit closing = units.startClosing(OPERATOR, UNIT);
        assertThat(closing.state()).isEqualTo(State.CLOSING);
        assertThat(closing.openedAt()).isEqualTo(open.openedAt());
        assertThat(units.startClosing(OPERATOR, UNIT)).isEqualTo(closing);

        store.cases()
                .add(List.of(
                        stored("c-1", Phase.OPEN),
                        stored("c-2", Phase.WAITING),
                        stored("c-3", Phase.ANSWERED),
                        stored("c-4", Phase.READ),
                        stored("c-5", Phase.WITHDRAWN),
                        stored("c-6", Phase.CLOSED)));
        assertThatThrownBy(() -> units.close(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has cases neither answered, closed nor withdrawn, 2:");
        assertThat(units.find(OPERATOR, UNIT)).contains(closing);

        store.cases().update(List.of(stored("c-1", Phase.CLOSED)));
        assertThatThrownBy(() -> units.close(OPERATOR, UNIT)).hasMessageContaining("closed nor withdrawn, 1:");
        store.cases().update(List.of(stored("c-2", Phase.ANSWERED)));
        CareUnit closed = units.close(OPERATOR, UNIT);
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.closedAt().orElseThrow())
                .isAfterOrEqualTo(open.openedAt().orElseThrow());
        assertThat(closed.openedAt()).isEqualTo(open.openedAt());
        assertThat(units.close(OPERATOR, UNIT)).isEqualTo(closed);
        assertThat(units.find(OPERATOR, UNIT)).contains(closed);
        assertThat(texts()).startsWith("from closing to closed", "from open to closing", "from registered to open");
    }

    @Test
    public void closingByMistakeIsTakenBackAndClosedIsFinal() {
        CareUnit open = opened();
        units.startClosing(OPERATOR, UNIT);
        assertThat(units.reopen(OPERATOR, UNIT)).isEqualTo(open);
        assertThat(units.reopen(OPERATOR, UNIT)).isEqualTo(open);
        assertThat(actions()).startsWith("unit.reopen", "unit.start-closing");
        units.startClosing(OPERATOR, UNIT);
        units.close(OPERATOR, UNIT);
        assertThatThrownBy(() -> units.reopen(OPERATOR, UNIT)).hasMessageContaining("does not open again");
        assertThatThrownBy(() -> units.startClosing(OPERATOR, UNIT)).hasMessageContaining("is closed already");
    }

    @Test
    public void whatNeverOpenedClosesAtOnce() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        assertThatThrownBy(() -> units.startClosing(OPERATOR, UNIT)).hasMessageContaining("was never open");
        assertThatThrownBy(() -> units.reopen(OPERATOR, UNIT)).hasMessageContaining("was never open");
        CareUnit closed = units.close(OPERATOR, UNIT);
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.openedAt()).isEmpty();
    }

    @Test
    public void closedByTwoAtOnceItIsClosedOnceAndTheOtherSeesIt() throws Exception {
        opened();
        units.startClosing(OPERATOR, UNIT);
        List<CareUnit> answers = atOnce(() -> units.close(OPERATOR, UNIT), () -> units.close(OPERATOR, UNIT));
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(actions()).startsWith("unit.close", "unit.start-closing");
    }

    @Test
    public void aUnitIsRenamedFromTheNameThatTheAuthorHasSeen() {
        CareUnit open = opened();
        CareUnit renamed = units.rename(OPERATOR, UNIT, "Mottagning A", " Mottagning Ö ");
        assertThat(renamed)
                .isEqualTo(new CareUnit(UNIT, REGION, "Mottagning Ö", State.OPEN, open.openedAt(), Optional.empty()));
        assertThat(units.find(OPERATOR, UNIT)).contains(renamed);
        assertThat(units.rename(OPERATOR, UNIT, "Mottagning A", "Mottagning Ö")).isEqualTo(renamed);
        assertThatThrownBy(() -> units.rename(OPERATOR, UNIT, "Mottagning A", "Mottagning C"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("is called 'Mottagning Ö' by now");
        assertThatThrownBy(() -> units.rename(OPERATOR, UNIT, "Mottagning Ö", "Å".repeat(121)))
                .isInstanceOf(RefusedException.class);
        assertThat(texts()).startsWith("from 'Mottagning A' to 'Mottagning Ö'");
        assertThat(units.history(OPERATOR, UNIT))
                .extracting(UnitChange::action, UnitChange::text)
                .containsExactly(
                        tuple("unit.rename", "from 'Mottagning A' to 'Mottagning Ö'"),
                        tuple("unit.open", "from registered to open"),
                        tuple("unit.register", "in region 01"));
        assertThatThrownBy(() -> units.history(OPERATOR, SECOND))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit");
    }

    @Test
    public void regionsAreListedWithWhatTheirUnitsDo() {
        assertThat(units.regions(OPERATOR)).isEmpty();
        opened();
        units.register(OPERATOR, SECOND, REGION, "Mottagning B");
        units.register(OPERATOR, new HsaId("SE1111111111-UNIT3"), new CountyCode("03"), "Mottagning C");
        assertThat(units.regions(OPERATOR))
                .containsExactly(
                        new Region(REGION, Optional.empty(), Map.of(State.OPEN, 1L, State.REGISTERED, 1L)),
                        new Region(new CountyCode("03"), Optional.empty(), Map.of(State.REGISTERED, 1L)));
        units.setGeography(new OneCounty());
        assertThat(units.regions(OPERATOR))
                .extracting(Region::name)
                .containsExactly(Optional.of("Stockholms län"), Optional.empty());
    }

    @Test
    public void theDirectorysNameStandsBesideTheUnits() {
        assertThatThrownBy(() -> units.inDirectory(OPERATOR, UNIT)).hasMessageContaining("There is no unit");
        opened();
        assertThatThrownBy(() -> units.inDirectory(OPERATOR, UNIT))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("There is no directory");
        FakeDirectory directory = new FakeDirectory();
        units.setDirectory(directory);
        assertThat(units.inDirectory(OPERATOR, UNIT).entry().found()).isEmpty();
        assertThat(units.inDirectory(OPERATOR, UNIT).sameName()).isFalse();
        directory.put(FakeDirectory.unit(UNIT, " mottagning  a"));
        assertThat(units.inDirectory(OPERATOR, UNIT).sameName()).isTrue();
        directory.put(FakeDirectory.unit(UNIT, "Mottagning Annan"));
        assertThat(units.inDirectory(OPERATOR, UNIT).sameName()).isFalse();
        assertThat(units.inDirectory(OPERATOR, UNIT).name()).contains("Mottagning Annan");
        units.unsetDirectory(directory);
        assertThatThrownBy(() -> units.inDirectory(OPERATOR, UNIT)).isInstanceOf(UnavailableException.class);
    }

    @Test
    public void anUnknownUnitIsNotFoundAndNotOpened() {
        assertThat(units.find(OPERATOR, UNIT)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> units.open(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit");
    }

    @Test
    public void aRegionsUnitsComeInTheOrderOfTheSwedishAlphabet() {
        units.register(OPERATOR, UNIT, REGION, "Ögon");
        units.register(OPERATOR, SECOND, REGION, "Åre");
        units.register(OPERATOR, new HsaId("SE1111111111-UNIT3"), REGION, "zonen");
        units.register(OPERATOR, new HsaId("SE1111111111-UNIT4"), new CountyCode("03"), "Annan");
        assertThat(units.ofRegion(OPERATOR, REGION)).extracting(CareUnit::name).containsExactly("zonen", "Åre", "Ögon");
    }

    @Test
    public void allUnitsOfAllRegionsComeByTheirIds() {
        assertThat(units.all(OPERATOR)).isEmpty();
        units.register(OPERATOR, SECOND, REGION, "Annan");
        units.register(OPERATOR, UNIT, new CountyCode("03"), "Zonen");
        assertThat(units.all(OPERATOR)).extracting(CareUnit::id).containsExactly(UNIT, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a\u2028b", "a\u0007b", "\u202E\u200B"})
    public void aNameThatIsNoLineOfTextIsRefused(String name) {
        assertThatThrownBy(() -> units.register(OPERATOR, UNIT, REGION, name))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("one line of 1 to 120 characters");
        assertThat(store.units().find(UNIT)).isEmpty();
    }

    @Test
    public void aNameHasNoSignsThatNobodySees() {
        String pasted = "\u200FVa\u030Ard\u00ADcentralen\u200B \uD800\u00C5n\u00A0";
        assertThat(units.register(OPERATOR, UNIT, REGION, pasted).name()).isEqualTo("V\u00E5rdcentralen \u00C5n");
        assertThat(units.rename(OPERATOR, UNIT, pasted, "\uFEFFN\u00E4sets v\u00E5rd\u2060central")
                        .name())
                .isEqualTo("N\u00E4sets v\u00E5rdcentral");
    }

    @Test
    public void aNameMayHave120CharactersAndNoMore() {
        assertThat(units.register(OPERATOR, UNIT, REGION, "Å".repeat(120)).name())
                .hasSize(120);
        assertThatThrownBy(() -> units.register(OPERATOR, SECOND, REGION, "Å".repeat(121)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    public void whoMayNotIsRefusedBeforeAnythingElse() {
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                () -> units.register(RESIDENT, UNIT, REGION, ""),
                () -> units.open(RESIDENT, UNIT),
                () -> units.startClosing(RESIDENT, UNIT),
                () -> units.reopen(RESIDENT, UNIT),
                () -> units.close(RESIDENT, UNIT),
                () -> units.rename(RESIDENT, UNIT, "", ""),
                () -> units.inDirectory(RESIDENT, UNIT),
                () -> units.regions(RESIDENT),
                () -> units.find(RESIDENT, UNIT),
                () -> units.all(RESIDENT),
                () -> units.ofRegion(RESIDENT, REGION));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NotPermittedException.class));
    }

    private CareUnit opened() {
        units.register(OPERATOR, UNIT, REGION, "Mottagning A");
        return units.open(OPERATOR, UNIT);
    }

    private static StoredCase stored(String id, Phase phase) {
        return new StoredCase(
                new CaseRef(UNIT, id),
                phase,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> done : callers.invokeAll(List.of(one, other))) {
                answers.add(done.get(30, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    private List<String> texts() {
        return store.audit().newest(UNIT, 10).stream()
                .map(AuditTrail.Entry::text)
                .toList();
    }

    private List<String> actions() {
        return store.audit().newest(UNIT, 10).stream()
                .map(AuditTrail.Entry::action)
                .toList();
    }
}

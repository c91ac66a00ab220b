package org.careunit.finding.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypeList.CareType;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.finding.internal.SaidSettings;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredUnitsTest {

    private static final HsaId PLAIN = new HsaId("SE1111111111-UNIT1");
    private static final HsaId NAMED = new HsaId("SE1111111111-UNIT2");
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final CatchmentArea COUNTY = new CatchmentArea(List.of(new CatchmentArea.Rule(
            STOCKHOLM, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty())));

    @TempDir
    Path directory;

    @Test
    void unitsCarryTheNamesThatResidentsSee() throws Exception {
        SaidSettings settings = new SaidSettings()
                .say(PLAIN, COUNTY)
                .say(NAMED, named("Barnens mottagning"))
                .say(NAMED, new CareTypes(Set.of("bvc", "gone")));
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(new CareUnit(PLAIN, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
            store.units().add(new CareUnit(NAMED, STOCKHOLM, "Mottagning B", CareUnit.State.CLOSING));
            StoredUnits units = new StoredUnits(
                    store.units(),
                    settings,
                    () -> List.of(new CareType("bvc", "Barnavårdscentral", List.of("barnhälsovård"))));
            assertThat(units.units())
                    .containsExactlyInAnyOrder(
                            new IndexedUnit(PLAIN, true, "Mottagning Å", COUNTY, Map.of()),
                            new IndexedUnit(
                                    NAMED,
                                    false,
                                    "Barnens mottagning Mottagning B",
                                    CatchmentArea.NONE,
                                    Map.of("bvc", "Barnavårdscentral barnhälsovård", "gone", "gone")));
        }
    }

    @Test
    void aUnitIsFoundByItsOwnNameAndByWhatTheDirectoryCallsIt() throws Exception {
        SaidSettings settings = new SaidSettings().say(NAMED, named("Barnens mottagning"));
        Map<HsaId, String> said = new HashMap<>(Map.of(PLAIN, "Å-mottagningen", NAMED, "EK:s namn"));
        AtomicBoolean down = new AtomicBoolean();
        StaffDirectory directory = directory(said, down);
        try (TestStore store = TestStore.embedded(this.directory)) {
            store.units().add(new CareUnit(PLAIN, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
            store.units().add(new CareUnit(NAMED, STOCKHOLM, "Mottagning B", CareUnit.State.OPEN));
            StoredUnits units = new StoredUnits(store.units(), settings, List::of);
            assertThat(units.askDirectory()).isFalse();
            units.setDirectory(directory);
            assertThat(units.askDirectory()).isTrue();
            assertThat(units.askDirectory()).isFalse();
            assertThat(units.units())
                    .extracting(IndexedUnit::name)
                    .containsExactlyInAnyOrder(
                            "Å-mottagningen Mottagning Å", "Barnens mottagning EK:s namn Mottagning B");
            down.set(true);
            said.clear();
            assertThat(units.askDirectory()).isFalse();
            assertThat(units.units()).extracting(IndexedUnit::name).contains("Å-mottagningen Mottagning Å");
            down.set(false);
            assertThat(units.askDirectory()).isTrue();
            assertThat(units.units()).extracting(IndexedUnit::name).contains("Mottagning Å");
            units.unsetDirectory(directory);
            said.put(PLAIN, "Något annat");
            assertThat(units.askDirectory()).isFalse();
        }
    }

    private static StaffDirectory directory(Map<HsaId, String> names, AtomicBoolean down) {
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, given) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.getName().equals("equals") ? proxy == given[0] : 7;
                    }
                    if (down.get()) {
                        throw new UnavailableException("down, on purpose");
                    }
                    HsaId unit = (HsaId) given[0];
                    return new DirectoryAnswer<>(
                            Optional.ofNullable(names.get(unit)).map(name -> called(unit, name)), Instant.EPOCH, false);
                });
    }

    private static UnitEntry called(HsaId unit, String name) {
        return new UnitEntry(
                unit,
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static UnitInformation named(String name) {
        return new UnitInformation(
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}

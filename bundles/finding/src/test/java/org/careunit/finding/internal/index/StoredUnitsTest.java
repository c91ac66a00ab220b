package org.careunit.finding.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypeList.CareType;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.finding.internal.FixedSettings;
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
        FixedSettings settings = new FixedSettings()
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
        FixedSettings settings = new FixedSettings()
                .say(NAMED, named("Barnens mottagning"))
                .sayInDirectory(PLAIN, "Å-mottagningen")
                .sayInDirectory(NAMED, "EK:s namn");
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(new CareUnit(PLAIN, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
            store.units().add(new CareUnit(NAMED, STOCKHOLM, "Mottagning B", CareUnit.State.OPEN));
            assertThat(new StoredUnits(store.units(), settings, List::of).units())
                    .extracting(IndexedUnit::name)
                    .containsExactlyInAnyOrder(
                            "Å-mottagningen Mottagning Å", "Barnens mottagning EK:s namn Mottagning B");
        }
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

package org.careunit.units.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;
import static org.careunit.operations.TestConsole.succeeds;

import java.nio.file.Path;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.units.internal.OneCounty;
import org.careunit.units.internal.UnitsComponent;
import org.careunit.units.internal.UnitsContract;
import org.careunit.units.internal.geography.MunicipalityFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path directory;

    @Test
    void aUnitIsRegisteredOpenedListedAndShown() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            UnitsComponent service = UnitsContract.service(store);
            UnitShowCommand show = new UnitShowCommand();
            show.service = service;
            show.unit = UnitsContract.UNIT.value();
            assertThat(run(show)).contains("No unit SE1111111111-UNIT1 is registered");
            assertThat(succeeds(show)).isFalse();

            UnitRegisterCommand register = new UnitRegisterCommand();
            register.service = service;
            register.unit = UnitsContract.UNIT.value();
            register.region = "01";
            register.name = "Mottagning Å";
            assertThat(run(register)).contains("Mottagning Å", "registered");

            UnitOpenCommand open = new UnitOpenCommand();
            open.service = service;
            open.unit = UnitsContract.UNIT.value();
            assertThat(run(open)).contains("open");
            assertThat(run(show)).contains("Mottagning Å", "open");

            UnitListCommand list = new UnitListCommand();
            list.service = service;
            list.region = "01";
            assertThat(run(list)).contains("SE1111111111-UNIT1");
            list.region = "02";
            assertThat(run(list)).contains("'02' is not the code of a county");
        }
    }

    @Test
    void aUnitIsRenamedAndClosedAndItsRegionCountsIt() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            UnitsComponent service = UnitsContract.service(store);
            FakeDirectory optionalServices = new FakeDirectory();
            service.setDirectory(optionalServices);
            service.setGeography(new OneCounty());
            UnitRenameCommand rename = new UnitRenameCommand();
            rename.service = service;
            rename.unit = UnitsContract.UNIT.value();
            rename.name = "Mottagning B";
            assertThat(run(rename)).contains("There is no unit");
            Actor operator = new Actor.Operator("test");
            service.register(operator, UnitsContract.UNIT, new CountyCode("01"), "Mottagning A");
            service.open(operator, UnitsContract.UNIT);
            assertThat(run(rename)).contains("Mottagning B", "open");

            UnitShowCommand show = new UnitShowCommand();
            show.service = service;
            show.unit = UnitsContract.UNIT.value();
            assertThat(run(show)).contains("not found");
            optionalServices.put(FakeDirectory.unit(UnitsContract.UNIT, "Mottagning B"));
            optionalServices.setStale(true);
            assertThat(run(show))
                    .contains(
                            "under the same name, as it last said at 2026-03-02T08:00:00+01:00",
                            "https://www.1177.se/prov");

            UnitClosingCommand closing = new UnitClosingCommand();
            closing.service = service;
            closing.unit = UnitsContract.UNIT.value();
            assertThat(run(closing)).contains("closing");
            UnitReopenCommand reopen = new UnitReopenCommand();
            reopen.service = service;
            reopen.unit = UnitsContract.UNIT.value();
            assertThat(run(reopen)).contains("open");
            UnitCloseCommand close = new UnitCloseCommand();
            close.service = service;
            close.unit = UnitsContract.UNIT.value();
            assertThat(run(close)).contains("start closing it first");
            run(closing);
            assertThat(run(close)).contains("closed");

            UnitHistoryCommand history = new UnitHistoryCommand();
            history.service = service;
            history.unit = UnitsContract.UNIT.value();
            assertThat(run(history)).contains("unit.reopen", "from 'Mottagning A' to 'Mottagning B'", "operator:");

            UnitListCommand list = new UnitListCommand();
            list.service = service;
            assertThat(run(list)).contains("SE1111111111-UNIT1");
            list.state = "open";
            assertThat(run(list)).contains("No unit is registered there.");
            list.state = "gone";
            assertThat(run(list)).contains("write one of these words");

            RegionListCommand regions = new RegionListCommand();
            regions.service = service;
            assertThat(runForScripts(regions)).contains("\"name\":\"Stockholms län\"", "\"closed\":1");
        }
    }

    @Test
    void municipalitiesAreListed(@TempDir Path directory) {
        MunicipalityListCommand list = new MunicipalityListCommand();
        list.service = new MunicipalityFile(directory.resolve("municipalities.csv")).list();
        list.county = "09";
        assertThat(runForScripts(list))
                .isEqualToIgnoringWhitespace("[{\"code\":\"0980\",\"name\":\"Gotland\",\"county\":\"Gotlands län\"}]");
    }
}

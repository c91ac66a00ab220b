package org.careunit.units.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.api.identity.CountyCode;
import org.careunit.storage.internal.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertThat(run(show)).contains("No unit is registered there.");

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

    @ParameterizedTest
    @ValueSource(classes = {UnitRegisterCommand.class, UnitListCommand.class})
    void everyRegionIsOfferedForCompletion(Class<?> command) throws NoSuchFieldException {
        assertThat(command.getDeclaredField("region")
                        .getAnnotation(Completion.class)
                        .values())
                .hasSize(21)
                .allSatisfy(code -> assertThat(CountyCode.of(code)).isNotNull());
    }
}

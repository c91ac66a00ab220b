package org.careunit.units.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.OperatorCommand;
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

    private static String run(OperatorCommand command) throws ReflectiveOperationException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Session session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> method.getName().equals("getConsole") ? console : null);
        Field field = OperatorCommand.class.getDeclaredField("session");
        field.setAccessible(true);
        field.set(command, session);
        command.execute();
        return printed.toString(StandardCharsets.UTF_8);
    }
}

package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A false personal identity number in every text that an operation takes and in every field of an event: no error and
 * no log repeats it.
 */
class NoNumberIsRepeatedTest {

    private static final List<String> NUMBERS = List.of("189001189811", "18900118-9811", " 900118+9811 ");
    private static final String LAST = "9811";
    private static final List<Actor> ACTORS = List.of(new Actor.Operator("test"), new Actor.Host("test"));

    private static final Map<String, String> EVENT = Map.of(
            "id", "e-1",
            "type", "case-given",
            "occurredAt", "1970-01-01T08:00:00Z",
            "unit", Arguments.UNIT.value(),
            "case", "c-1",
            "caseType", "boka-tid",
            "to", Arguments.NOBODY.value(),
            "by", Arguments.NOBODY.value(),
            "staff", Arguments.NOBODY.value());

    @TempDir
    Path directory;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream console = System.err;
    private TestStore store;
    private Services services;

    @BeforeEach
    void open() throws SQLException {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        store = TestStore.embedded(directory);
        store.units().add(Arguments.unit());
        services = new Services(store);
    }

    @AfterEach
    void close() {
        services.close();
        store.close();
        System.setErr(console);
    }

    @Test
    void inNoTextOfAnyOperation() {
        Set<String> asked = new TreeSet<>();
        services.byContract().forEach((contract, service) -> EveryOperationHasARuleTest.operations(contract)
                .filter(NoNumberIsRepeatedTest::holdsText)
                .peek(operation -> asked.add(contract.getSimpleName() + "." + operation.getName()))
                .forEach(operation -> askWithNumbers(service, operation)));
        assertThat(asked)
                .contains("Permissions.lookUp", "Units.rename", "Configurations.dryRun")
                .hasSizeGreaterThan(11);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(LAST);
    }

    /** What operations take in place of a text refuses a number when it is made. */
    @Test
    void inNoRefusalOfATypedValue() {
        List<Function<String, Object>> types = List.of(
                HsaId::new,
                StaffId::new,
                CaseTypeKey::new,
                EventId::new,
                ResidentPseudonym::new,
                ResidentHash::new,
                CountyCode::new,
                MunicipalityCode::new,
                TelephoneNumber::new,
                EmailAddress::new,
                id -> new CaseRef(Arguments.UNIT, id));
        for (Function<String, Object> type : types) {
            for (String number : NUMBERS) {
                try {
                    assertThat(type.apply(number)).isNotNull();
                } catch (CareunitException refused) {
                    assertSilent("a typed value", refused);
                }
            }
        }
    }

    @Test
    void inNoFieldOfAnEvent() {
        PlatformEvents events = (PlatformEvents) services.byContract().get(PlatformEvents.class);
        for (String type : List.of("case-received", "case-given", "unit-changed", "staff-changed")) {
            for (String field : EVENT.keySet()) {
                NUMBERS.forEach(number -> bring(events, type, field, number));
            }
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(LAST);
    }

    private static void bring(PlatformEvents events, String type, String field, String number) {
        Map<String, String> event = new LinkedHashMap<>(EVENT);
        event.put("type", type);
        event.put(field, number);
        StringBuilder json = new StringBuilder("{\"sequence\": 1");
        event.forEach((key, value) -> json.append(", \"%s\": \"%s\"".formatted(key, value)));
        try {
            events.acceptJson(ACTORS.get(1), json.append("}").toString());
        } catch (CareunitException refused) {
            assertSilent(type + ", " + field, refused);
        }
    }

    private static boolean holdsText(Method operation) {
        return List.of(operation.getParameterTypes()).contains(String.class) || takesNames(operation);
    }

    private static boolean takesNames(Method operation) {
        return operation.getDeclaringClass() == Configurations.class
                && List.of(operation.getParameterTypes()).contains(Set.class);
    }

    private void askWithNumbers(Object service, Method operation) {
        Class<?>[] types = operation.getParameterTypes();
        for (Actor actor : ACTORS) {
            for (int place = 0; place < types.length; place++) {
                for (String number : NUMBERS) {
                    Object[] arguments = Arguments.of(operation, actor);
                    if (types[place] == String.class) {
                        arguments[place] = number;
                    } else if (types[place] == Set.class && takesNames(operation)) {
                        arguments[place] = Set.of(number);
                    } else {
                        continue;
                    }
                    ask(service, operation, arguments);
                    store.execute("UPDATE units SET name = 'Mottagning A'"); // a name may be told, whatever it is
                }
            }
        }
    }

    private static void ask(Object service, Method operation, Object[] arguments) {
        try {
            operation.invoke(service, arguments);
        } catch (InvocationTargetException refused) {
            assertSilent(operation.toString(), refused.getCause());
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void assertSilent(String where, Throwable thrown) {
        for (Throwable told = thrown; told != null; told = told.getCause()) {
            assertThat(String.valueOf(told.getMessage())).as(where).doesNotContain(LAST);
        }
    }
}

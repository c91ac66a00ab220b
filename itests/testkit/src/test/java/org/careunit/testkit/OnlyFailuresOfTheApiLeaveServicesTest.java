package org.careunit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation of every service with odd arguments, with nulls and with its store closed. Whatever it throws
 * is of {@code org.careunit.api.failure}; a null argument, which is a programming error, may also be a
 * NullPointerException. A new service or operation is found by itself.
 */
class OnlyFailuresOfTheApiLeaveServicesTest {

    private static final int FEWEST_OPERATIONS = 150;

    private static Careunit careunit;
    private static OddArguments arguments;

    @BeforeAll
    static void start() {
        careunit = Careunit.start();
        arguments = new OddArguments(careunit.units().ready("SE1111111111-ODD"));
    }

    @AfterAll
    static void close() {
        careunit.close();
    }

    static List<Class<?>> contracts() throws Exception {
        return ServiceContracts.all();
    }

    @Test
    void allServicesAreFound() throws Exception {
        assertThat(contracts().stream().flatMap(ServiceContracts::operations)).hasSizeGreaterThan(FEWEST_OPERATIONS);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void oddArgumentsAreAnsweredOrRefused(Class<?> contract) {
        Object service = careunit.service(contract);
        Set<String> faults = new TreeSet<>();
        ServiceContracts.operations(contract).forEach(operation -> {
            for (Actor actor : arguments.actors()) {
                call(service, operation, arguments, actor, faults);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void call(
            Object service, Method operation, OddArguments arguments, Actor actor, Set<String> faults) {
        Object[] usual = usual(operation, arguments, actor);
        add(faults, operation, usual, false, service);
        Type[] types = operation.getGenericParameterTypes();
        for (int place = 1; place < types.length; place++) {
            for (Object odd : arguments.of(types[place])) {
                add(faults, operation, with(usual, place, odd), false, service);
            }
        }
        for (int place = 0; place < types.length; place++) {
            if (!operation.getParameterTypes()[place].isPrimitive()) {
                add(faults, operation, with(usual, place, null), true, service);
            }
        }
    }

    @Test
    void aClosedStoreIsUnavailable() throws Exception {
        Careunit closed = Careunit.start();
        List<Object> services = new ArrayList<>();
        for (Class<?> contract : contracts()) {
            services.add(closed.service(contract));
        }
        closed.close();
        Set<String> faults = new TreeSet<>();
        for (int place = 0; place < services.size(); place++) {
            Object service = services.get(place);
            ServiceContracts.operations(contracts().get(place)).forEach(operation -> {
                for (Actor actor : arguments.actors()) {
                    add(faults, operation, usual(operation, arguments, actor), false, service);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static Object[] usual(Method operation, OddArguments arguments, Actor actor) {
        Type[] types = operation.getGenericParameterTypes();
        Object[] usual = new Object[types.length];
        usual[0] = actor;
        for (int place = 1; place < types.length; place++) {
            usual[place] = arguments.of(types[place]).get(0);
        }
        return usual;
    }

    private static Object[] with(Object[] usual, int place, Object odd) {
        Object[] changed = usual.clone();
        changed[place] = odd;
        return changed;
    }

    private static void add(Set<String> faults, Method operation, Object[] arguments, boolean hasNull, Object service) {
        try {
            operation.invoke(service, arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            if (!(cause instanceof CareunitException) && !(hasNull && cause instanceof NullPointerException)) {
                faults.add(operation.getDeclaringClass().getSimpleName() + "." + operation.getName() + " "
                        + shown(arguments) + ": " + cause + " at "
                        + Arrays.stream(cause.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("org.careunit"))
                                .findFirst()
                                .orElse(null));
            }
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String shown(Object[] arguments) {
        String shown = Arrays.toString(arguments);
        return shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
    }
}

package org.careunit.itests.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.Actor;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation that somebody calls asks the access rule; a new one, and a new service, is found here by itself. */
class EveryOperationHasARuleTest {

    /** It is the rule itself, and answers what the actor may. */
    private static final Set<Class<?>> NOT_A_SERVICE = Set.of(AccessControl.class);

    /** It says where the actor has a permission: somebody without any is answered with an empty list. */
    private static final Set<String> WITHOUT_A_RULE = Set.of("Permissions.unitsOf");

    /** Null, and one who claims to be Careunit; whatever has a rule or none refuses them. */
    private static final List<Actor> UNKNOWN = Arrays.asList(null, (Actor.Internal) () -> "system:readiness");

    private static final List<Actor> WITHOUT_RIGHTS =
            List.of(new Actor.Resident("r-1"), new Actor.Staff(Arguments.NOBODY));

    @TempDir
    Path directory;

    private TestStore store;
    private Services services;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.embedded(directory);
        store.units().add(Arguments.unit());
        services = new Services(store);
    }

    @AfterEach
    void close() {
        services.close();
        store.close();
    }

    @Test
    void everyContractThatIsToldWhoActsIsLookedAt() {
        assertThat(contracts())
                .as("a new service joins Services, and whatever it is asked with joins Arguments")
                .isEqualTo(services.byContract().keySet());
    }

    @Test
    void residentsAndStaffWithoutARoleAreRefused() {
        for (Actor actor : WITHOUT_RIGHTS) {
            assertThat(notRefused(actor)).as(actor.label()).isEqualTo(WITHOUT_A_RULE);
        }
        assertNothingChanged();
    }

    @Test
    void whoIsNobodyOrOnlyClaimsToBeCareunitIsRefused() {
        for (Actor actor : UNKNOWN) {
            assertThat(notRefused(actor)).as(String.valueOf(actor)).isEmpty();
        }
        assertNothingChanged();
    }

    private Set<String> notRefused(Actor actor) {
        Set<String> passed = new TreeSet<>();
        services.byContract().forEach((contract, service) -> operations(contract)
                .filter(operation -> !isRefused(service, operation, actor))
                .forEach(operation -> passed.add(contract.getSimpleName() + "." + operation.getName())));
        return passed;
    }

    private void assertNothingChanged() {
        assertThat(store.grants().atUnit(Arguments.UNIT)).isEmpty();
        assertThat(store.approvals().all()).isEmpty();
        assertThat(store.units().find(Arguments.UNIT).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void theOneExceptionAnswersWithNothing() {
        Permissions permissions = (Permissions) services.byContract().get(Permissions.class);
        assertThat(WITHOUT_RIGHTS)
                .allSatisfy(actor -> assertThat(permissions.unitsOf(actor)).isEmpty());
    }

    @Test
    void everyParameterHasAnArgumentOfItsOwn() {
        assertThat(services.byContract().keySet().stream()
                        .flatMap(EveryOperationHasARuleTest::operations)
                        .flatMap(operation -> Arrays.stream(operation.getParameterTypes()))
                        .filter(type -> Arguments.of(type, 1, WITHOUT_RIGHTS.get(0)) == null)
                        .collect(toSet()))
                .as("a null would be refused for being one, not for want of a right")
                .isEmpty();
    }

    @Test
    void whoActsIsAlwaysNamedFirst() {
        assertThat(contracts().stream()
                        .flatMap(contract -> Arrays.stream(contract.getMethods()))
                        .filter(method -> List.of(method.getParameterTypes()).lastIndexOf(Actor.class) > 0))
                .as("this test would pass it over")
                .isEmpty();
    }

    /** The interfaces of api with a method that is told who acts. */
    private static Set<Class<?>> contracts() {
        return new ClassFileImporter()
                .importPackages("org.careunit.api").stream()
                        .filter(type -> type.isInterface())
                        .<Class<?>>map(type -> type.reflect())
                        .filter(type -> !NOT_A_SERVICE.contains(type))
                        .filter(type -> Arrays.stream(type.getMethods())
                                .anyMatch(method ->
                                        List.of(method.getParameterTypes()).contains(Actor.class)))
                        .collect(toSet());
    }

    /** What reads, changes and saves through other operations has no rule of its own. */
    static Stream<Method> operations(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> !List.of(method.getParameterTypes()).contains(UnaryOperator.class))
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class);
    }

    private static boolean isRefused(Object service, Method operation, Actor actor) {
        try {
            operation.invoke(service, Arguments.of(operation, actor));
            return false;
        } catch (InvocationTargetException refusal) {
            return refusal.getCause() instanceof NotPermittedException;
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}

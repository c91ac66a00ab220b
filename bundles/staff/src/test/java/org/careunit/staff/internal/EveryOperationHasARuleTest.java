package org.careunit.staff.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Period;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.Choices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Regions;
import org.careunit.api.units.Units;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.TestStore;
import org.careunit.units.internal.UnitsComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of every service for units and staff asks the access rule; a new one is found here by itself. */
class EveryOperationHasARuleTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId NOBODY = new HsaId("SE1111111111-NOBODY");

    /** It answers with an empty list instead. */
    private static final Set<String> WITHOUT_A_RULE = Set.of("Permissions.unitsOf");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(CountyCode.class, new CountyCode("01")),
            Map.entry(String.class, "Mottagning A"),
            Map.entry(Set.class, Set.of(Permission.REVIEWER)),
            Map.entry(Choices.class, Choices.NONE),
            Map.entry(long.class, 0L),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 23)),
            Map.entry(Class.class, EmailNotification.class),
            Map.entry(Section.class, EmailNotification.OFF),
            Map.entry(Map.class, Map.of(Permission.REVIEWER, Period.ALWAYS)),
            Map.entry(Optional.class, Optional.empty()));

    @TempDir
    Path directory;

    private TestStore store;
    private Map<Class<?>, Object> services;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.REGISTERED));
        AccessComponent access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        UnitsComponent units = new UnitsComponent(
                access, store.transactions(), store.units(), store.cases(), store.audit(), store.clock());
        services = Map.of(
                Permissions.class,
                access,
                Units.class,
                units,
                Regions.class,
                units,
                UnitSettings.class,
                new UnitSettingsComponent(
                        access, store.transactions(), store.units(), store.documents(), store.audit()),
                PersonalSettings.class,
                new PersonalSettingsComponent(
                        access,
                        access,
                        store.transactions(),
                        store.units(),
                        store.documents(),
                        store.audit(),
                        store.clock()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void residentsAndStaffWithoutARoleAreRefused() {
        for (Actor actor : List.of(new Actor.Resident("r-1"), new Actor.Staff(NOBODY))) {
            Set<String> passed = new TreeSet<>();
            services.forEach((contract, service) -> Arrays.stream(contract.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> !isRefused(service, method, actor))
                    .forEach(method -> passed.add(contract.getSimpleName() + "." + method.getName())));
            assertThat(passed).as(actor.label()).isEqualTo(WITHOUT_A_RULE);
        }
        assertThat(store.grants().atUnit(UNIT)).isEmpty();
        assertThat(store.units().find(UNIT).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void theOneExceptionAnswersWithNothing() {
        Permissions permissions = (Permissions) services.get(Permissions.class);
        assertThat(permissions.unitsOf(new Actor.Resident("r-1"))).isEmpty();
        assertThat(permissions.unitsOf(new Actor.Staff(NOBODY))).isEmpty();
    }

    private static boolean isRefused(Object service, Method method, Actor actor) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = IntStream.range(0, types.length)
                .mapToObj(place -> argument(types[place], place, actor))
                .toArray();
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException refusal) {
            return refusal.getCause() instanceof NotPermittedException;
        } catch (IllegalAccessException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void everyParameterHasAnArgumentOfItsOwn() {
        assertThat(services.keySet().stream()
                        .flatMap(contract -> Arrays.stream(contract.getMethods()))
                        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                        .filter(type -> argument(type, 1, new Actor.Resident("r-1")) == null))
                .as("a null would be refused for being one, not for want of a right")
                .isEmpty();
    }

    /** An HSA-id after the actor is the unit's, a later one the staff member's. */
    private static Object argument(Class<?> type, int place, Actor actor) {
        if (type == Actor.class) {
            return actor;
        }
        if (type == HsaId.class) {
            return place == 1 ? UNIT : NOBODY;
        }
        return ARGUMENTS.get(type);
    }
}

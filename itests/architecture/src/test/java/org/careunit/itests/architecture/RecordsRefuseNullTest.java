package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.failure.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A record of the API that is given null for one of its components refuses it in its constructor or puts a default in
 * its place, unless it is marked as nullable: no other component is null for whoever reads it.
 */
@AnalyzeClasses(packages = "org.careunit.api", importOptions = DoNotIncludeTests.class)
class RecordsRefuseNullTest {

    @ArchTest
    static void everyComponentIsChecked(JavaClasses api) throws ReflectiveOperationException {
        Set<String> taken = new TreeSet<>();
        int components = 0;
        for (JavaClass type : api) {
            if (type.isAssignableTo(Record.class)
                    && Modifier.isPublic(type.reflect().getModifiers())) {
                components += addTaken(type.reflect(), taken);
            }
        }
        assertThat(components).as("components that were tried").isGreaterThan(400);
        assertThat(taken).as("components that may be null").isEmpty();
    }

    private static int addTaken(Class<?> type, Set<String> taken) throws ReflectiveOperationException {
        Object one = new CanaryValues().record(type).orElseThrow();
        RecordComponent[] components = type.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            values.add(accessor.invoke(one));
        }
        int tried = 0;
        for (int place = 0; place < components.length; place++) {
            if (!components[place].getType().isPrimitive() && !isNullable(components[place])) {
                tried++;
                List<Object> changed = new ArrayList<>(values);
                changed.set(place, null);
                if (isNull(type, changed, components[place])) {
                    taken.add(type.getName() + "." + components[place].getName());
                }
            }
        }
        return tried;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What JSON leaves out is null for the constructor, which puts a default in its place. */
    private static boolean isNull(Class<?> type, List<Object> values, RecordComponent component)
            throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        assertThat(Modifier.isPublic(constructor.getModifiers())).isTrue();
        try {
            return component.getAccessor().invoke(constructor.newInstance(values.toArray())) == null;
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isInstanceOfAny(NullPointerException.class, RefusedException.class);
            return false;
        }
    }
}

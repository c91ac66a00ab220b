package org.careunit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the API against the release that is recorded in {@code baseline/}: what host modules compile against is not
 * taken away, and what they implement asks for nothing more. {@link RecordedApi} says how to record it anew.
 */
class RecordedApiTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void nothingThatIsRecordedIsGoneOrAnother() throws Exception {
        Set<String> now = signatures();
        if (RecordedApi.isToBeRecorded()) {
            Files.createDirectories(RecordedApi.SIGNATURES.getParent());
            Files.write(RecordedApi.SIGNATURES, now);
        }
        Set<String> gone = new TreeSet<>(Files.readAllLines(RecordedApi.SIGNATURES));
        assertThat(gone).hasSizeGreaterThan(1000);
        gone.removeAll(now);
        assertThat(gone).as(RecordedApi.ADVICE).isEmpty();
    }

    /** A default method is the way to add to what hosts and adapters implement. */
    @Test
    void whatOthersImplementAsksForNothingMore() throws Exception {
        Set<String> recorded = new TreeSet<>(Files.readAllLines(RecordedApi.SIGNATURES));
        Set<String> more = new TreeSet<>();
        for (Class<?> type : RecordedApi.publicTypes()) {
            boolean isThere = recorded.stream().anyMatch(line -> line.startsWith(type.getName() + " "));
            if (isThere && type.isInterface() && isImplementedByOthers(type)) {
                Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(method -> type.getName() + " has " + method.toGenericString())
                        .filter(line -> !recorded.contains(line))
                        .forEach(more::add);
            }
        }
        assertThat(more).as(RecordedApi.ADVICE).isEmpty();
    }

    private static boolean isImplementedByOthers(Class<?> type) throws IOException {
        Path source = SOURCES.resolve(type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java");
        return Files.readString(source).contains("@ConsumerType");
    }

    private static Set<String> signatures() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : RecordedApi.publicTypes()) {
            String name = type.getName();
            lines.add(name + " is " + type.toGenericString());
            if (type.isRecord()) {
                lines.add(name + " is made of "
                        + Arrays.stream(type.getRecordComponents())
                                .map(RecordedApiTest::component)
                                .collect(Collectors.joining(", ")));
            }
            if (type.isSealed()) {
                lines.add(name + " permits "
                        + Arrays.stream(type.getPermittedSubclasses())
                                .map(Class::getName)
                                .collect(Collectors.joining(", ")));
            }
            members(type).map(member -> name + " has " + member).forEach(lines::add);
            for (Field field : type.getFields()) {
                if (isCompiledIn(field)) {
                    lines.add(name + "." + field.getName() + " is the value " + field.get(null));
                }
            }
        }
        return lines;
    }

    /** A constant's value is in the classes of host modules: another one here is none there. */
    private static boolean isCompiledIn(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName() + " " + component.getName();
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> constructors = Arrays.stream(type.getConstructors()).map(Constructor::toGenericString);
        Stream<String> methods = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .map(Method::toGenericString);
        Stream<String> fields = Arrays.stream(type.getFields()).map(Field::toGenericString);
        return Stream.of(constructors, methods, fields).flatMap(all -> all);
    }
}

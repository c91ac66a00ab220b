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
 * taken away, and what they implement asks for nothing more. After a change that is meant to break them, record it anew
 * with {@code mvn -pl bundles/api test -Dtest=RecordedApiTest -Dcareunit.api.record=true}, and say so in the manual
 * under <i>Changes</i>.
 */
class RecordedApiTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RECORDED = Path.of("baseline/careunit-api-0.1.0.txt");

    @Test
    void nothingThatIsRecordedIsGoneOrAnother() throws Exception {
        Set<String> now = signatures();
        if (Boolean.getBoolean("careunit.api.record")) {
            Files.createDirectories(RECORDED.getParent());
            Files.write(RECORDED, now);
        }
        Set<String> gone = new TreeSet<>(Files.readAllLines(RECORDED));
        assertThat(gone).hasSizeGreaterThan(1000);
        gone.removeAll(now);
        assertThat(gone).as("what host modules compiled against 0.1.0 need").isEmpty();
    }

    /** A default method is the way to add to what hosts and adapters implement. */
    @Test
    void whatOthersImplementAsksForNothingMore() throws Exception {
        Set<String> recorded = new TreeSet<>(Files.readAllLines(RECORDED));
        Set<String> more = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
            boolean isThere = recorded.stream().anyMatch(line -> line.startsWith(type.getName() + " "));
            if (isThere && type.isInterface() && isImplementedByOthers(type)) {
                Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(method -> type.getName() + " has " + method.toGenericString())
                        .filter(line -> !recorded.contains(line))
                        .forEach(more::add);
            }
        }
        assertThat(more).isEmpty();
    }

    private static boolean isImplementedByOthers(Class<?> type) throws IOException {
        Path source = SOURCES.resolve(type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java");
        return Files.readString(source).contains("@ConsumerType");
    }

    private static Set<String> signatures() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
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
        }
        return lines;
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

    private static Set<Class<?>> publicTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.startsWith("org/careunit/api/") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .map(RecordedApiTest::loaded)
                    .filter(RecordedApiTest::isPublic)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, RecordedApiTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}

package org.careunit.api;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recorded release of the API, where its parts are kept, and what to do when the API differs from it. */
final class RecordedApi {

    static final Path CLASSES = Path.of("target/classes");
    static final Path JAR = Path.of("baseline/careunit-api-0.1.0.jar");
    static final Path SIGNATURES = Path.of("baseline/careunit-api-0.1.0.txt");
    static final Path NULLNESS = Path.of("baseline/careunit-api-0.1.0.nullness.txt");

    /** What a failure of these tests asks for. */
    static final String ADVICE =
            """

            This breaks host modules that were compiled against the recorded release of the API. Leave what is there and
            add beside it: a method or constructor beside the old one, a default method in what hosts implement.
            If host modules are meant to change: say so in bundles/api/README.md under "Changes", and record the API anew:
                mvn -pl bundles/api test -Dtest='Recorded*Test,BaselineTest' -Dcareunit.api.record=true
            The differences""";

    private RecordedApi() {}

    static boolean isToBeRecorded() {
        return Boolean.getBoolean("careunit.api.record");
    }

    static Set<Class<?>> publicTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.startsWith("org/careunit/api/") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .map(RecordedApi::loaded)
                    .filter(RecordedApi::isPublic)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, RecordedApi.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}

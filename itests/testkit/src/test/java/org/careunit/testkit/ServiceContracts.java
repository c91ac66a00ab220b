package org.careunit.testkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.identity.Actor;
import org.careunit.api.units.Units;

/** Finds the services of the API: interfaces with operations that are told who acts. */
final class ServiceContracts {

    private static final String PACKAGE = "org/careunit/api";

    /** What leaves less for the operations behind it; called last. */
    private static final Set<String> ENDS_THINGS =
            Set.of("close", "startClosing", "remove", "withdraw", "lock", "deactivate", "cancel", "discard");

    private ServiceContracts() {}

    /** All of them, by name. */
    static List<Class<?>> all() throws IOException, URISyntaxException {
        URI where =
                Units.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(where))) {
            return in(Path.of(where));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(where), Map.of())) {
            return in(jar.getPath("/"));
        }
    }

    private static List<Class<?>> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(ServiceContracts::loaded)
                    .filter(type ->
                            type.isInterface() && operations(type).findAny().isPresent())
                    .toList();
        }
    }

    /** The operations of a service; what ends things comes last. */
    static Stream<Method> operations(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class)
                .sorted(Comparator.comparing((Method method) -> ENDS_THINGS.contains(method.getName()))
                        .thenComparing(Method::toString));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, ServiceContracts.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}

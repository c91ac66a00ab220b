package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Loads every component of every bundle where there are no packages of Karaf's shell, and looks at it as Declarative
 * Services does before it makes one: its constructors, methods and fields, and those of what it extends.
 */
class ComponentsWithoutShellTest {

    private static final String SHELL = "org.apache.karaf.shell";

    @Test
    void everyComponentIsMadeWithoutTheShell() throws Exception {
        Set<String> broken = new TreeSet<>();
        List<String> components = new ArrayList<>();
        try (URLClassLoader without = new URLClassLoader(withoutShell(), ClassLoader.getPlatformClassLoader())) {
            assertThat(isThere(without, SHELL + ".api.action.Command")).isFalse();
            for (String component : components(without)) {
                components.add(component);
                try {
                    look(Class.forName(component, true, without));
                } catch (LinkageError missing) {
                    broken.add(component + " needs " + missing.getMessage());
                }
            }
        }
        assertThat(components).hasSizeGreaterThan(80);
        assertThat(broken).isEmpty();
    }

    private static void look(Class<?> component) {
        for (Class<?> type = component; type != null; type = type.getSuperclass()) {
            assertThat(Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                            .mapToInt(members -> members.length)
                            .sum())
                    .isPositive();
        }
    }

    private static boolean isThere(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader) != null;
        } catch (ClassNotFoundException gone) {
            return false;
        }
    }

    private static URL[] withoutShell() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains(SHELL))
                .map(path -> url(new File(path)))
                .toArray(URL[]::new);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** The implementations that the bundles' descriptions name: each is called as its description. */
    private static Set<String> components(ClassLoader loader) throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
            Attributes header = header(manifest);
            if (String.valueOf(header.getValue("Bundle-SymbolicName")).startsWith("org.careunit.")) {
                String components = header.getValue("Service-Component");
                names.addAll(Stream.of(components == null ? new String[0] : components.split(","))
                        .map(path -> path.strip().replaceAll("^OSGI-INF/|\\.xml$", ""))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }

    private static Attributes header(URL manifest) throws IOException {
        try (InputStream in = URI.create(manifest.toString()).toURL().openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }
}

package org.careunit.itests.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The keys of a configuration are declared once, in the annotation type that Metatype is generated from. The shipped
 * {@code .cfg} file and the tables in the operators' manual name the same keys, and the code reads each of them; that
 * it reads no others, {@code Configuration} itself makes sure of.
 */
class ConfigurationKeysTest {

    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Path MANUAL = Path.of("../../features/README.md");

    private static final Pattern PID = Pattern.compile("\\bString PID =\\s+(?:\"([\\w.]+)\"|(\\w+)\\.PID);");
    private static final Pattern KEY = Pattern.compile("^    \\w+(?:\\[])? (\\w+)\\(\\)", Pattern.MULTILINE);
    private static final Pattern WRITTEN = Pattern.compile("^(?:# )?([.\\w]+) =", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([.\\w]+)` \\|", Pattern.MULTILINE);

    private static final List<Declared> DECLARED = declared();

    /**
     * @param bundle its folder
     * @param pid the configuration's name
     * @param keys as they are written in a file
     * @param source of the annotation type
     */
    private record Declared(Path bundle, String pid, Set<String> keys, Path source) {

        Path file() {
            return bundle.resolve("src/main/cfg").resolve(pid + ".cfg");
        }
    }

    @Test
    void theShippedFileNamesTheSameKeys() {
        assertThat(DECLARED).hasSizeGreaterThan(8).allSatisfy(one -> assertThat(found(WRITTEN, read(one.file())))
                .as(one.pid())
                .isEqualTo(one.keys()));
    }

    @Test
    void theManualNamesTheSameKeys() {
        String manual = read(MANUAL);
        String section = manual.substring(manual.indexOf("## Configuration"), manual.indexOf("## What the log says"));
        assertThat(found(DOCUMENTED, section))
                .isEqualTo(DECLARED.stream().flatMap(one -> one.keys().stream()).collect(toCollection(TreeSet::new)));
    }

    @Test
    void theCodeReadsEachKey() {
        String shared = sources(BUNDLES.resolve("operations"), Path.of(""));
        assertThat(DECLARED).allSatisfy(one -> {
            String code = shared + sources(one.bundle(), one.source());
            assertThat(one.keys())
                    .as(one.pid())
                    .allMatch(key -> code.contains("\"" + key + "\"") || code.contains("config." + key + "()"));
        });
    }

    private static List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        var pids = new TreeMap<String, String>();
        List<Path> files = javaFiles(BUNDLES);
        for (Path file : files) {
            Matcher pid = PID.matcher(read(file));
            if (pid.find() && pid.group(1) != null) {
                pids.put(file.getFileName().toString().replace(".java", ""), pid.group(1));
            }
        }
        for (Path file : files) {
            String source = read(file);
            Matcher pid = PID.matcher(source);
            if (source.contains("@ObjectClassDefinition(")) {
                String name = pid.find() && pid.group(1) != null ? pid.group(1) : pids.get(home(source, pid));
                all.add(new Declared(BUNDLES.resolve(BUNDLES.relativize(file).getName(0)), name, keys(source), file));
            }
        }
        return all;
    }

    /** The class that says the name of a configuration whose annotation type only refers to it. */
    private static String home(String source, Matcher pid) {
        if (pid.reset().find()) {
            return pid.group(2);
        }
        Matcher id = Pattern.compile("id = (\\w+)\\.PID").matcher(source);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static Set<String> keys(String source) {
        return found(KEY, source).stream().map(key -> key.replace('_', '.')).collect(toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(toCollection(TreeSet::new));
    }

    private static String sources(Path bundle, Path without) {
        return javaFiles(bundle).stream()
                .filter(file -> !file.equals(without))
                .map(ConfigurationKeysTest::read)
                .collect(joining("\n"));
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

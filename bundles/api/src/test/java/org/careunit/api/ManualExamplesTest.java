package org.careunit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The Java examples of the manual compile against the API as it is. What an example takes for granted is declared in a
 * comment before it: {@code <!-- given: HsaId unit; -->}.
 */
class ManualExamplesTest {

    private static final Path MANUAL = Path.of("README.md");
    private static final Path API = Path.of("src/main/java/org/careunit/api");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?:<!-- given: ([^>]*) -->\\n+)?```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|interface|record) ");

    @Test
    void everyExampleCompiles() throws IOException {
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(MANUAL)).results().toList();
        assertThat(examples).hasSizeGreaterThan(3);
        List<JavaFileObject> sources = IntStream.range(0, examples.size())
                .mapToObj(number -> source("Example" + number, examples.get(number)))
                .toList();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none",
                "-d",
                Files.createDirectories(Path.of("target/examples")).toString());
        compiler.getTask(null, null, problems, options, null, sources).call();
        assertThat(problems.getDiagnostics().stream()
                        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                        .map(problem -> problem.getSource().getName() + ":" + problem.getLineNumber() + ": "
                                + problem.getMessage(Locale.ROOT))
                        .toList())
                .isEmpty();
    }

    private static JavaFileObject source(String name, MatchResult example) {
        String text = "package examples." + name.toLowerCase(Locale.ROOT) + ";\n" + imports()
                + (CLASS.matcher(example.group(2)).find()
                        ? example.group(2).replace("public final class", "final class")
                        : wrapped(name, example));
        return new Source(name, text);
    }

    private static String wrapped(String name, MatchResult example) {
        List<String> fields = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        example.group(2).lines().forEach(line -> (line.startsWith("@Reference") ? fields : statements).add(line));
        String given = example.group(1) == null ? "" : example.group(1);
        return "abstract class " + name + " {\n" + given + "\n" + String.join("\n", fields)
                + "\nvoid example() throws Exception {\n" + String.join("\n", statements) + "\n}\n}\n";
    }

    private static String imports() {
        try (Stream<Path> packages = Files.list(API)) {
            return packages.filter(Files::isDirectory)
                            .map(room -> "import org.careunit.api." + room.getFileName() + ".*;\n")
                            .sorted()
                            .collect(Collectors.joining())
                    + "import org.careunit.api.events.PlatformEvent.*;\nimport org.careunit.api.readiness.Point;\n"
                    + "import java.time.*;\nimport java.util.*;\nimport org.osgi.service.component.annotations.*;\n"
                    + "import org.osgi.service.event.*;\n";
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

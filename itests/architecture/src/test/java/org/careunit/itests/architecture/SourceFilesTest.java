package org.careunit.itests.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What compilers and formatters leave open in the product's source files: how long lines are, and how full packages.
 */
class SourceFilesTest {

    /** As .editorconfig says; the formatter wraps code and Javadoc, but neither texts in quotes nor other comments. */
    private static final int LONGEST_LINE = 120;

    private static final Pattern OPTIONAL =
            Pattern.compile("@Reference\\(([^;{}]*?ReferenceCardinality\\.OPTIONAL[^;{}]*?)\\)\\s*\\n\\s*(\\S[^\\n]*)");
    private static final Pattern SETTER = Pattern.compile("(?:public )?void set(\\w+)\\((\\S+) present\\) \\{");

    /** From the line of its name to its last brace. */
    private static final int LONGEST_METHOD = 40;

    private static final Pattern METHOD =
            Pattern.compile("^( {4,12})(?!return|throw|new|else)(?!.*\\brecord )\\S.*\\w\\(.*");

    private static final int FULLEST_PACKAGE = 25;
    private static final int FULLEST_PACKAGE_OF_API = 35;

    /** What tools leave beside the sources was committed once. */
    @Test
    void theTopLevelHoldsNothingElse() throws IOException {
        Path top = Path.of("../..").toRealPath();
        try (Stream<Path> entries = Files.list(top)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .isSubsetOf("bundles", "features", "itests", "pom.xml", "README.md", "target");
        }
    }

    @Test
    void noLineIsLongerThanTheEditorShows() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = read(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).codePoints().count() > LONGEST_LINE) {
                    tooLong.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** A method's last line is the first brace that stands below its beginning: the formatter sees to that. */
    @Test
    void noMethodIsLongerThanOneTakesIn() {
        List<String> tooLong = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            List<String> lines = read(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher method = METHOD.matcher(lines.get(i));
                if (method.matches() && !lines.get(i).endsWith(";")) {
                    int last = lastLine(lines, i, method.group(1) + "}");
                    found++;
                    if (last - i >= LONGEST_METHOD) {
                        tooLong.add(file + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(5_000);
        assertThat(tooLong).isEmpty();
    }

    private static int lastLine(List<String> lines, int first, String end) {
        String indent = end.substring(0, end.length() - 1);
        for (int i = first + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals(end)) {
                return i;
            }
            if (line.startsWith(indent)
                    && line.length() > indent.length()
                    && line.charAt(indent.length()) != ' '
                    && !line.startsWith(indent + ")")) {
                return first;
            }
        }
        return first;
    }

    /**
     * Services that may be absent come and go in one way: a dynamic reference that a method sets and another takes back
     * if it is still that one, so that fields are final and a test does as the container does.
     */
    @Test
    void everyOptionalReferenceIsSetByAMethod() {
        List<String> others = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            String source = String.join("\n", read(file));
            for (MatchResult reference : OPTIONAL.matcher(source).results().toList()) {
                found++;
                Matcher setter = SETTER.matcher(reference.group(2));
                boolean right = reference.group(1).contains("ReferencePolicy.DYNAMIC")
                        && setter.matches()
                        && source.contains("void unset" + setter.group(1) + "(" + setter.group(2) + " gone) {");
                if (!right) {
                    others.add(file + ": " + reference.group(2));
                }
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(others).isEmpty();
    }

    @Test
    void noPackageHasMoreFilesThanOneTakesIn() {
        Map<Path, List<Path>> packages = sources().stream().collect(groupingBy(Path::getParent, toList()));
        assertThat(packages).hasSizeGreaterThan(50).allSatisfy((folder, files) -> assertThat(files)
                .as("%s; make rooms by domain", folder)
                .hasSizeLessThanOrEqualTo(
                        folder.startsWith("../../bundles/api") ? FULLEST_PACKAGE_OF_API : FULLEST_PACKAGE));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("../../bundles"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.careunit.itests.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' manual says which test shows what protects people: each that it names is there. */
class ManualClaimsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .* \\| (`.*`) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final int CLAIMS = 11;

    @Test
    void eachClaimNamesTestsThatAreThere() throws IOException {
        Set<String> tests = tests();
        List<MatchResult> rows = ROW.matcher(section()).results().toList();
        assertThat(rows)
                .extracting(row -> Integer.parseInt(row.group(1)))
                .isEqualTo(IntStream.rangeClosed(1, CLAIMS).boxed().toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                NAME.matcher(row.group(2)).results().map(name -> name.group(1)))
                        .isNotEmpty()
                        .isSubsetOf(tests));
    }

    private static String section() throws IOException {
        String manual = Files.readString(ROOT.resolve("features/README.md"));
        String section = manual.substring(manual.indexOf("## What protects people"));
        return section.substring(0, section.indexOf("\n## "));
    }

    /** The names of all classes in test folders. */
    private static Set<String> tests() throws IOException {
        try (Stream<Path> bundles = Files.walk(ROOT.resolve("bundles"));
                Stream<Path> itests = Files.walk(ROOT.resolve("itests"))) {
            return Stream.concat(bundles, itests)
                    .filter(path -> path.toString().contains("src/test/java"))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(toSet());
        }
    }
}

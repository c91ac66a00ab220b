package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.failure.ProblemCode;

/**
 * Every code of a problem is used, has both languages with the same places to fill in, and stands in the manual as the
 * code has it; whoever makes a problem gives as many values as there are places.
 */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.OfTheProduct.class})
class ProblemCodesTest {

    private static final Path MANUAL = Path.of("../../bundles/api/CODES.md");
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern MADE =
            Pattern.compile("\\b(\\w+Problem)\\s*\\.([A-Z][A-Z0-9_]+)\\s*\\.(refused|refusedAt|with|at)\\(");
    private static final Pattern PASSED_ON = Pattern.compile("\\.refused\\(\\s*(\\w+Problem)\\.([A-Z][A-Z0-9_]+)\\b");

    @ArchTest
    static void everyCodeIsUniqueAndInBothLanguages(JavaClasses careunit) {
        List<ProblemCode> codes = codes(careunit);
        assertThat(codes).hasSizeGreaterThan(150);
        assertThat(codes.stream().map(ProblemCode::code).toList()).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> {
            assertThat(code.code()).matches("[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(code.swedish()).isNotBlank().isNotEqualTo(code.english());
            assertThat(code.english()).isNotBlank();
            assertThat(places(code.english())).as(code.code()).containsAll(places(code.swedish()));
        });
    }

    /** People in a unit have no console, and read one language at a time. */
    @ArchTest
    static void noSwedishTextNamesACommandOrHasEnglishWords(JavaClasses careunit) {
        assertThat(codes(careunit)).allSatisfy(code -> assertThat(code.swedish())
                .as(code.code())
                .doesNotContain("careunit:")
                .doesNotContainPattern("(?i)\\b(?:the|of|and|or|is|not|with|there|has|was)\\b"));
    }

    @ArchTest
    static void everyCodeIsUsed(JavaClasses careunit) {
        List<String> unused = enums(careunit)
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().equals(field.getOwner()))
                .filter(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(field.getOwner())))
                .map(field -> field.getFullName())
                .toList();
        assertThat(unused).isEmpty();
    }

    @ArchTest
    static void theManualListsThemAll(JavaClasses careunit) {
        Map<String, String> rows = new TreeMap<>();
        codes(careunit).forEach(code -> rows.put(code.code(), row(code)));
        assertThat(lines(MANUAL).stream().filter(line -> line.startsWith("| `")).toList())
                .as("the rows of %s should be\n%s\n", MANUAL, String.join("\n", rows.values()))
                .containsExactlyElementsOf(rows.values());
    }

    @ArchTest
    static void asManyValuesAreGivenAsThereArePlaces(JavaClasses careunit) {
        Map<String, ProblemCode> byName = new HashMap<>();
        codes(careunit)
                .forEach(code -> byName.put(
                        ((Enum<?>) code).getDeclaringClass().getSimpleName() + "." + ((Enum<?>) code).name(), code));
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String text = String.join("\n", lines(file));
            for (Matcher made = MADE.matcher(text); made.find(); ) {
                boolean hasPath =
                        made.group(3).equals("refusedAt") || made.group(3).equals("at");
                compare(file, made, byName, arguments(text, made.end()) - (hasPath ? 1 : 0), wrong);
            }
            for (Matcher made = PASSED_ON.matcher(text); made.find(); ) {
                compare(file, made, byName, arguments(text, text.indexOf('(', made.start()) + 1) - 1, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            Path file, MatchResult made, Map<String, ProblemCode> codes, int values, List<String> wrong) {
        ProblemCode code = codes.get(made.group(1) + "." + made.group(2));
        if (code != null && places(code.english()).size() != values) {
            wrong.add(file.getFileName() + ": " + code + " is given " + values + " values");
        }
    }

    /** How many arguments stand from here to the closing parenthesis. */
    private static int arguments(String text, int from) {
        int depth = 1;
        int commas = 0;
        boolean empty = true;
        for (int i = from; depth > 0; i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\'') {
                i = closing(text, i);
            } else if (sign == ',' && depth == 1) {
                commas++;
            }
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            empty &= depth == 0 || Character.isWhitespace(sign);
        }
        return empty ? 0 : commas + 1;
    }

    private static int closing(String text, int quote) {
        int end = quote + 1;
        while (text.charAt(end) != text.charAt(quote)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static String row(ProblemCode code) {
        return "| `" + code.code() + "` | " + escaped(code.swedish()) + " | " + escaped(code.english()) + " |";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static Set<String> places(String template) {
        return PLACE.matcher(template)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> enums(JavaClasses careunit) {
        return careunit.stream().filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class));
    }

    private static List<ProblemCode> codes(JavaClasses careunit) {
        return enums(careunit)
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(ProblemCode.class::cast)
                .toList();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.ProblemCode;
import org.careunit.api.history.Versioned;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;

/**
 * Fills every record with a person's data and prints it. What is of a type that stands for a person is printed by none;
 * a text is printed by records of the API, and of the kit for tests, where {@code printed-texts.txt} lists its
 * component as one that says nothing of a person.
 */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.WithTheKit.class})
class RecordsPrintNoPersonsTest {

    private static final String API = "org.careunit.api.";
    private static final String PREFIX = "org.careunit.";
    private static final List<String> KIT = List.of("org.careunit.testkit.", "org.careunit.testkit.fakes.");

    @ArchTest
    static void noRecordPrintsWhatIsOfAPerson(JavaClasses careunit) {
        Set<String> printed = new TreeSet<>();
        int made = 0;
        for (Class<?> type : records(careunit)) {
            Optional<Object> one = new CanaryValues().record(type);
            made += one.isPresent() ? 1 : 0;
            one.map(String::valueOf).ifPresent(text -> persons(text)
                    .forEach(kind -> printed.add(type.getName() + " prints a " + kind)));
        }
        assertThat(made).as("records that could be filled").isGreaterThan(450);
        assertThat(printed)
                .as("records that print a person: give them a toString of their own")
                .isEmpty();
    }

    /** What host modules see, in their code and in their tests. */
    private static boolean isPublic(Class<?> type) {
        return type.getName().startsWith(API)
                || (KIT.contains(type.getPackageName() + ".") && Modifier.isPublic(type.getModifiers()));
    }

    private static String name(String component) {
        return component.substring(component.startsWith(API) ? API.length() : PREFIX.length());
    }

    @ArchTest
    static void theKitIsThere(JavaClasses careunit) {
        assertThat(records(careunit)).contains(Canary.class, UnitUnderTest.class);
    }

    @ArchTest
    static void recordsOfTheApiAndTheKitPrintTheTextsThatAreListedAndNoOthers(JavaClasses careunit) throws IOException {
        CanaryValues values = new CanaryValues();
        Set<String> printed = new TreeSet<>();
        Set<String> notMade = new TreeSet<>();
        for (Class<?> type : records(careunit)) {
            if (isPublic(type)) {
                Optional<Object> one = values.record(type);
                if (one.isEmpty()) {
                    notMade.add(type.getName());
                }
                String text = String.valueOf(one.orElse(""));
                values.texts().entrySet().stream()
                        .filter(canary -> text.contains(canary.getKey()))
                        .forEach(canary -> printed.add(name(canary.getValue())));
            }
        }
        assertThat(notMade).as("records that nothing could fill").isEmpty();
        assertThat(printed)
                .as("texts that records print: hide one that may tell of a person by a toString of the"
                        + " record's own, and list another in printed-texts.txt")
                .containsExactlyInAnyOrderElementsOf(listed());
    }

    /** The parameters of a problem are shown to operators and logged. */
    @ArchTest
    static void noFailureRepeatsAPersonItIsAbout(JavaClasses careunit) throws Exception {
        List<Object> persons = CanaryValues.OF_PERSONS.keySet().stream()
                .map(type -> new CanaryValues().value(type))
                .toList();
        int kinds = 0;
        for (Class<?> codes : loaded(careunit, type -> type.isAssignableTo(ProblemCode.class) && type.isEnum())) {
            for (Object kind : codes.getEnumConstants()) {
                kinds++;
                for (Object person : persons) {
                    var refused = ((ProblemCode) kind).refusedAt("/" + "x", person, person, person, person, person);
                    assertThat(persons(refused + " " + refused.problems()))
                            .as("%s", kind)
                            .isEmpty();
                }
            }
        }
        assertThat(kinds).isGreaterThan(200);
        for (Class<?> type : records(careunit)) {
            new CanaryValues().record(type).ifPresent(one -> {
                var conflict = new ConflictException("changed", one, new Versioned<>(one, 1));
                String text = conflict + " " + conflict.refused() + " " + conflict.current();
                assertThat(persons(text)).as("a conflict about %s", type).isEmpty();
            });
        }
    }

    private static List<String> persons(String text) {
        return CanaryValues.OF_PERSONS.entrySet().stream()
                .filter(person -> text.contains(person.getValue()))
                .map(person -> person.getKey().getSimpleName())
                .toList();
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in = RecordsPrintNoPersonsTest.class.getResourceAsStream("/printed-texts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Class<?>> records(JavaClasses careunit) {
        return loaded(careunit, type -> type.isAssignableTo(Record.class));
    }

    private static List<Class<?>> loaded(JavaClasses careunit, Predicate<JavaClass> wanted) {
        return careunit.stream()
                .filter(wanted)
                .<Class<?>>map(RecordsPrintNoPersonsTest::loaded)
                .toList();
    }

    private static Class<?> loaded(JavaClass type) {
        try {
            return Class.forName(type.getName(), false, RecordsPrintNoPersonsTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}

package org.careunit.itests.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.operations.Listing;

/** What every command at the console has: a line with its roles, and completion for whatever can be completed. */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.OfTheProduct.class})
class ConsoleTest {

    private static final Path ROLES =
            Path.of("../../bundles/operations/src/main/cfg/org.apache.karaf.command.acl.careunit.cfg");

    /** The least role first; whoever may do more may do this too. */
    private static final Set<String> USUAL = Set.of("viewer, manager, admin", "manager, admin", "admin");

    private static final Pattern JUDGES = Pattern.compile("health|readiness|.*-(check|verify|test|look-up|find)");

    /** Commands whose service throws what it finds. */
    private static final Set<String> REFUSED_BY_THEIR_SERVICE =
            Set.of("bounce-check", "mail-check", "personal-test", "sms-check");

    private static final String ACTION = "org.apache.karaf.shell.api.action.";

    /** Arguments that name one of the things we keep or know, by their own name or by what they say of themselves. */
    private static final Set<String> NAMES = Set.of(
            "unit",
            "units",
            "region",
            "county",
            "place",
            "trail",
            "staff",
            "type",
            "section",
            "municipality",
            "state",
            "version");

    private static final Pattern SAYS = Pattern.compile(
            "HSA-ids?($|;| of)|by HSA-id|code of|'s code|key of (a care|the case's) type|case type's key|section's key");

    @ArchTest
    static void everyCommandHasItsRoles(JavaClasses careunit) throws IOException {
        Set<String> without = commands(careunit);
        without.removeAll(lines().stringPropertyNames());
        assertThat(without)
                .as(
                        "commands without a line in %s. Add one, among its like: 'name = viewer, manager, admin' if it only"
                                + " reads, 'manager, admin' if it changes what units or regions decide, 'admin' if it decides who may"
                                + " do what or touches audit, secrets or jobs",
                        ROLES)
                .isEmpty();
    }

    @ArchTest
    static void everyLineIsForACommand(JavaClasses careunit) throws IOException {
        Set<String> commands = commands(careunit);
        assertThat(lines().stringPropertyNames())
                .filteredOn(line -> !line.equals("*"))
                .allSatisfy(line -> assertThat(commands)
                        .as("'%s' in %s is for no command", line, ROLES)
                        .contains(line.replaceFirst("\\[.*", "")));
    }

    @ArchTest
    static void theRolesAreKarafs(JavaClasses careunit) throws IOException {
        assertThat(lines()).containsEntry("*", "admin");
        assertThat(lines().values()).allSatisfy(roles -> assertThat(USUAL).contains(roles.toString()));
    }

    /** A command whose answer can be no fails then, so that a script that asks does not go on. */
    @ArchTest
    static void whatJudgesCanFail(JavaClasses careunit) {
        List<String> judges = new ArrayList<>();
        List<String> neverFail = new ArrayList<>();
        for (JavaClass type : careunit) {
            command(type).filter(name -> JUDGES.matcher(name).matches()).ifPresent(name -> {
                judges.add(name);
                boolean fails =
                        canFail(type) || type.getAllRawSuperclasses().stream().anyMatch(ConsoleTest::canFail);
                if (!fails && !REFUSED_BY_THEIR_SERVICE.contains(name)) {
                    neverFail.add(name);
                }
            });
        }
        assertThat(judges).hasSizeGreaterThan(12).containsAll(REFUSED_BY_THEIR_SERVICE);
        assertThat(neverFail)
                .as("commands that judge and end with exit status 0 whatever they find; see Listing.failed")
                .isEmpty();
    }

    private static boolean canFail(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Listing.class)
                        && call.getName().equals("failed"));
    }

    @ArchTest
    static void whatNamesSomethingKnownIsCompleted(JavaClasses careunit) {
        List<String> without = careunit.stream()
                .flatMap(command -> command.getFields().stream())
                .filter(ConsoleTest::namesSomethingKnown)
                .filter(field -> !field.isAnnotatedWith(ACTION + "Completion"))
                .map(JavaField::getFullName)
                .toList();
        assertThat(without)
                .as("arguments and options without completion. Add '@Completion(UnitCompleter.class)', or another of"
                        + " org.careunit.operations.completion; a new one extends KnownWords")
                .isEmpty();
    }

    private static boolean namesSomethingKnown(JavaField field) {
        return Stream.of("Argument", "Option")
                .map(kind -> field.tryGetAnnotationOfType(ACTION + kind))
                .flatMap(Optional::stream)
                .anyMatch(asked -> NAMES.contains(text(asked, "name").replaceFirst("^--", ""))
                        || SAYS.matcher(text(asked, "description")).find());
    }

    private static Set<String> commands(JavaClasses careunit) {
        Set<String> commands = careunit.stream()
                .map(ConsoleTest::command)
                .flatMap(Optional::stream)
                .collect(toCollection(TreeSet::new));
        assertThat(commands).hasSizeGreaterThan(80);
        return commands;
    }

    private static Optional<String> command(JavaClass type) {
        return type.tryGetAnnotationOfType(ACTION + "Command")
                .filter(command -> text(command, "scope").equals("careunit"))
                .map(command -> text(command, "name"));
    }

    private static String text(JavaAnnotation<?> annotation, String key) {
        return annotation.get(key).map(Object::toString).orElse("");
    }

    private static Properties lines() throws IOException {
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(ROLES)) {
            lines.load(text);
        }
        return lines;
    }
}

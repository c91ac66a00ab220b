package org.careunit.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.failure.CareunitException;

/**
 * What holds between the bundles and bnd cannot see. The rules are methods, because Surefire 3.5.3 passes over those
 * that are fields without a word (TNG/ArchUnit#1442).
 */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.OfTheProduct.class})
class ArchitectureTest {

    /** The bundles that keep their data in the store; a new service joins them here. */
    private static final String[] STORE_USERS = {
        "org.careunit.storage..",
        "org.careunit.access..",
        "org.careunit.units..",
        "org.careunit.settings..",
        "org.careunit.finding..",
        "org.careunit.casetypes..",
        "org.careunit.terms..",
        "org.careunit.staff..",
        "org.careunit.notifications.."
    };

    /** The bundles that run on Camel; a new adapter joins them here. */
    private static final String[] CAMEL_USERS = {
        "org.careunit.routes..",
        "org.careunit.http..",
        "org.careunit.directory..",
        "org.careunit.mail..",
        "org.careunit.archive..",
        "org.careunit.journal..",
        "org.careunit.sms.."
    };

    /** Who may make a clock: where a node is put together, for outages, when the database's clock is out of reach. */
    private static final String[] CLOCK_MAKERS = {"org.careunit.storage.internal.node.StorageNode"};

    @ArchTest
    static void apiStandsAlone(JavaClasses careunit) {
        classes()
                .that()
                .resideInAPackage("org.careunit.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.osgi.annotation..",
                        "org.osgi.service.event..",
                        "org.jspecify.annotations..",
                        "org.careunit.api..",
                        "com.sanctionco.jmail..")
                .because(
                        "host modules compile against api and must need nothing else for it; JMail travels nested in it")
                .check(careunit);
    }

    /** Who may read JSON by other means than the strict reader: what we wrote ourselves. */
    private static final String[] READERS_OF_OUR_OWN_JSON = {
        "org.careunit.storage.documents.Differences", "org.careunit.staff.internal.PersonalDocuments"
    };

    @ArchTest
    static void onlyTheStrictReaderReadsJson(JavaClasses careunit) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.careunit.storage.json..")
                .and(not(belongToAnyOf(READERS_OF_OUR_OWN_JSON)))
                .should()
                .callMethodWhere(describe(
                        "reads JSON",
                        call -> call.getTargetOwner().getPackageName().startsWith("jakarta.json")
                                && call.getName().matches("createReader.*|createParser.*|fromJson")))
                .because("text from outside is read in one place, strictly and within limits")
                .check(careunit);
    }

    private static DescribedPredicate<JavaClass> belongToAnyOf(String... names) {
        return describe(
                "belong to any of " + List.of(names), type -> List.of(names).contains(type.getName()));
    }

    /** Each with a secret of its own, and the purpose in all that it hashes. */
    private static final String[] HASHING_WITH_SECRETS = {
        "org.careunit.storage.internal.secrets.HmacPseudonyms", "org.careunit.directory.internal.NumberKey"
    };

    @ArchTest
    static void fewHashWithSecretsAndSayWhatFor(JavaClasses careunit) {
        noClasses()
                .that(not(belongToAnyOf(HASHING_WITH_SECRETS)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.crypto.Mac")
                .because("a secret serves one purpose, which begins whatever is hashed with it")
                .check(careunit);
        noClasses()
                .that(not(belongToAnyOf(HASHING_WITH_SECRETS[0], "org.careunit.storage.internal.audit.AuditSeals")))
                .should()
                .callMethodWhere(describe(
                        "hash what a caller puts together",
                        call -> call.getTargetOwner().getName().equals(HASHING_WITH_SECRETS[0])
                                && call.getName().equals("mac")))
                .because("pseudonyms are made by purpose; the audit trail's seals alone put their input together")
                .check(careunit);
    }

    @ArchTest
    static void bundlesDependOneWay(JavaClasses careunit) {
        slices().matching("org.careunit.(*)..")
                .should()
                .beFreeOfCycles()
                .because("bundles that need each other are one bundle")
                .check(careunit);
    }

    @ArchTest
    static void internalsStayInternal(JavaClasses careunit) {
        noClasses()
                .should(CustomConditions.useInternalsOfAnotherBundle())
                .because("a bundle is free to change whatever it does not export")
                .check(careunit);
    }

    @ArchTest
    static void servicesAloneUseTheStore(JavaClasses careunit) {
        noClasses()
                .that()
                .resideOutsideOfPackages(STORE_USERS)
                .should()
                .dependOnClassesThat(describe(
                        "belong to the store, its reader of JSON aside",
                        type -> type.getPackageName().startsWith("org.careunit.storage")
                                && !type.getPackageName().equals("org.careunit.storage.json")))
                .because("adapters reach data through services, so that access rules hold")
                .check(careunit);
    }

    @ArchTest
    static void storageAloneSpeaksJdbc(JavaClasses careunit) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.careunit.storage.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("a transaction is one connection, and only storage knows which")
                .check(careunit);
    }

    @ArchTest
    static void storageAloneKnowsItsLibraries(JavaClasses careunit) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.careunit.storage.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.kagkarlsson..",
                        "com.zaxxer.hikari..",
                        "liquibase..",
                        "org.h2..",
                        "org.jdbi..",
                        "org.postgresql..")
                .because("they travel inside storage, and no other bundle sees them in the container")
                .check(careunit);
    }

    @ArchTest
    static void adaptersAloneUseCamel(JavaClasses careunit) {
        noClasses()
                .that()
                .resideOutsideOfPackages(CAMEL_USERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .because("services work without Camel installed")
                .check(careunit);
    }

    @ArchTest
    static void apiThrowsOneFamily(JavaClasses careunit) {
        classes()
                .that()
                .resideInAPackage("org.careunit.api..")
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(CareunitException.class)
                .andShould()
                .beAssignableTo(RuntimeException.class)
                .because("callers tell our answers from faults by one root, and are not forced to catch")
                .check(careunit);
    }

    @ArchTest
    static void nothingIsNamedImpl(JavaClasses careunit) {
        noClasses()
                .should()
                .haveNameMatching(".*Impl(\\$.*)?")
                .because("an implementation is named for how it does it")
                .check(careunit);
    }

    @ArchTest
    static void nothingIsPrinted(JavaClasses careunit) {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .because("in a container only the log is read")
                .check(careunit);
    }

    @ArchTest
    static void nobodySleeps(JavaClasses careunit) {
        noClasses()
                .should()
                .accessTargetWhere(CustomConditions.sleep())
                .because("what sleeps cannot be told to stop, nor tested in no time")
                .check(careunit);
    }

    @ArchTest
    static void timeIsJavaTime(JavaClasses careunit) {
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(java.util.Date.class)
                        .or(assignableTo(java.util.Calendar.class))
                        .or(assignableTo(java.text.DateFormat.class)))
                .because("a time without a zone is wrong twice a year")
                .check(careunit);
    }

    @ArchTest
    static void clocksAreInjected(JavaClasses careunit) {
        noClasses()
                .that(CustomConditions.areNotNamed(CLOCK_MAKERS))
                .should()
                .accessTargetWhere(CustomConditions.machineTime())
                .because("nodes go by the database's clock, and tests by their own")
                .check(careunit);
    }

    /** A bundle missing from this module's dependencies would pass every rule. */
    @ArchTest
    static void everyBundleIsLookedAt(JavaClasses careunit) throws IOException {
        Set<String> seen = careunit.stream().map(JavaClass::getPackageName).collect(toSet());

        try (Stream<Path> folders = Files.list(Path.of("../../bundles"))) {
            assertThat(folders.filter(ArchitectureTest::hasCode).toList())
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(seen)
                            .anyMatch(name -> (name + ".").startsWith("org.careunit." + folder.getFileName() + ".")));
        }
    }

    private static boolean hasCode(Path folder) {
        return Files.isDirectory(folder.resolve("src/main/java"));
    }
}

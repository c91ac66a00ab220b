package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every bundle imports the container's packages that its own classes use. A bundle whose imports are listed by hand
 * compiles without one of them, starts, and fails at its first use: a command's completer that is not imported ends
 * completion for the whole console.
 */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.OfTheProduct.class})
class ImportedPackagesTest {

    /** What the container or another bundle of ours brings; the rest is Java's, or travels nested. */
    private static final Pattern FROM_OUTSIDE = Pattern.compile(
            "org\\.apache\\.(karaf|felix)\\..*|org\\.osgi\\.(framework|service)\\..*|org\\.careunit\\..*");

    private static final Pattern CLAUSE = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final String ANNOTATIONS = ".annotations";

    @ArchTest
    static void everyBundleImportsWhatItUses(JavaClasses careunit) {
        Map<URI, Set<String>> imports = new HashMap<>();
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : careunit) {
            URI bundle = bundle(type);
            Set<String> imported = imports.computeIfAbsent(bundle, ImportedPackagesTest::imports);
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(used -> FROM_OUTSIDE.matcher(used.getName()).matches())
                    .filter(used -> !used.getPackageName().endsWith(ANNOTATIONS))
                    .filter(used -> used.getSource().isEmpty() || !bundle(used).equals(bundle))
                    .filter(used -> !imported.contains(used.getPackageName()))
                    .forEach(used -> missing.add(type.getName() + " uses " + used.getName()));
        }
        assertThat(imports).hasSizeGreaterThan(8);
        assertThat(missing)
                .as("uses of packages that the bundle does not import: add them to Import-Package in its bnd.bnd")
                .isEmpty();
    }

    /** Services run without the shell; their commands are there where it is. */
    @ArchTest
    static void theShellIsOptional(JavaClasses careunit) {
        Set<String> ofShell = careunit.stream()
                .map(ImportedPackagesTest::bundle)
                .distinct()
                .flatMap(bundle -> clauses(bundle).stream()
                        .filter(clause -> clause.startsWith("org.apache.karaf.shell."))
                        .map(clause -> bundle + " imports " + clause))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ofShell).hasSizeGreaterThan(8);
        assertThat(ofShell).allSatisfy(clause -> assertThat(clause).contains("resolution:=optional"));
    }

    /** Where the bundle's classes begin. */
    private static URI bundle(JavaClass type) {
        String source = type.getSource().orElseThrow().getUri().toString();
        int name = type.getName().length() + ".class".length();
        return URI.create(source.substring(0, source.length() - name));
    }

    private static Set<String> imports(URI bundle) {
        return clauses(bundle).stream()
                .map(clause -> clause.replaceFirst(";.*", ""))
                .collect(Collectors.toSet());
    }

    private static List<String> clauses(URI bundle) {
        try (InputStream in =
                URI.create(bundle + "META-INF/MANIFEST.MF").toURL().openStream()) {
            String imported = new Manifest(in).getMainAttributes().getValue("Import-Package");
            return imported == null
                    ? List.of()
                    : List.of(CLAUSE.split(imported)).stream()
                            .map(String::strip)
                            .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.junit.jupiter.api.Test;

/**
 * What a unit is called in texts, terms, signatures, packages and search goes by one rule, {@link UnitNames}; the name
 * that it was registered under is for its register and for operators.
 */
class OneNameOfAUnitTest {

    /** The register, its commands, its checks; and the store that keeps it. */
    private static final Set<String> OF_THE_REGISTER =
            Set.of("org.careunit.units", "org.careunit.storage", "org.careunit.api.units");

    @Test
    void whoeverShowsAUnitGoesByTheRule() {
        List<JavaClass> readers = readersOfTheRegisteredName().toList();
        assertThat(readers).extracting(JavaClass::getSimpleName).contains("UnitRules", "TermsInputs", "ExportJob");
        assertThat(readers).allSatisfy(reader -> assertThat(calls(reader, UnitNames.class))
                .as("%s: take it from UnitNames.shown or UnitNames.all", reader.getName())
                .anyMatch(call -> Set.of("shown", "all").contains(call.getName())));
    }

    private static Stream<JavaClass> readersOfTheRegisteredName() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.careunit").stream()
                        .filter(type -> OF_THE_REGISTER.stream().noneMatch(type.getPackageName()::startsWith))
                        .filter(type -> !type.getPackageName().startsWith("org.careunit.itests"))
                        .filter(type -> !type.isAssignableTo(CareUnit.class))
                        .filter(type -> calls(type, CareUnit.class).stream()
                                .anyMatch(call -> call.getName().equals("name")));
    }

    private static List<JavaMethodCall> calls(JavaClass type, Class<?> of) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(of))
                .toList();
    }
}

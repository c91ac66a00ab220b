package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A service of the host's with a higher {@code service.ranking} than what is there is used at once, whichever came
 * first: components look for the best of those that a host may bring.
 */
class HostServicesWinTest {

    private static final Pattern REFERENCE = Pattern.compile("<reference [^>]*interface=\"org\\.careunit\\.api\\."
            + "(?:host\\.\\w+|directory\\.StaffDirectory|gateways\\.(?:Mail|Sms|Archive)Gateway)\"[^>]*>");

    @Test
    void referencesToWhatAHostMayBringAreGreedy() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path component : components()) {
            REFERENCE
                    .matcher(Files.readString(component))
                    .results()
                    .map(MatchResult::group)
                    .forEach(reference -> found.add(component.getFileName() + ": " + reference));
        }
        assertThat(found).hasSizeGreaterThan(15).allSatisfy(reference -> assertThat(reference)
                .as("add policyOption = ReferencePolicyOption.GREEDY")
                .contains("policy-option=\"greedy\""));
    }

    private static List<Path> components() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of("../../bundles"),
                6,
                (file, attributes) -> file.toString().contains("/target/classes/OSGI-INF/")
                        && file.toString().endsWith(".xml"))) {
            return files.sorted().toList();
        }
    }
}

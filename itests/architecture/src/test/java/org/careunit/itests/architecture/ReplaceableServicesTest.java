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
 * A host's own directory or gateway of higher service ranking takes effect beside the adapter's, as the manual says:
 * each reference to one is greedy, since a reluctant one keeps the service it has.
 */
class ReplaceableServicesTest {

    private static final Pattern REFERENCE =
            Pattern.compile("@Reference(\\((?:[^()]|\\([^()]*\\))*\\))?\\s*(?:(?:public|private|final|volatile)\\s+)*"
                    + "(?:void \\w+\\(\\s*)?(StaffDirectory|MailGateway|SmsGateway|ArchiveGateway|CaseContacts|UnreadAnswers"
                    + "|ResidentIdentities|ClosedCases)\\b\\s+\\w+");

    @Test
    void everyReferenceToAServiceThatHostsReplaceIsGreedy() throws IOException {
        List<String> references = new ArrayList<>();
        List<String> reluctant = new ArrayList<>();
        for (Path file : components()) {
            for (MatchResult found :
                    REFERENCE.matcher(Files.readString(file)).results().toList()) {
                references.add(found.group(2));
                if (found.group(1) == null || !found.group(1).contains("ReferencePolicyOption.GREEDY")) {
                    reluctant.add(file.getFileName() + ": " + found.group(2));
                }
            }
        }
        assertThat(references).contains("StaffDirectory", "MailGateway", "SmsGateway", "ArchiveGateway");
        assertThat(reluctant).isEmpty();
    }

    private static List<Path> components() throws IOException {
        List<Path> components = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../../bundles"))) {
            for (Path file : files.filter(one -> one.toString().contains("/src/main/java/"))
                    .filter(one -> one.toString().endsWith(".java"))
                    .toList()) {
                if (Files.readString(file).contains("org.osgi.service.component.annotations.Reference;")) {
                    components.add(file);
                }
            }
        }
        return components;
    }
}

package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.Result;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.terms.internal.acceptance.SigningKeyInitializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsHealthTest {

    @TempDir
    Path directory;

    @Test
    void withAKeyTermsCanBeAccepted() throws Exception {
        try (TermsServices services = new TermsServices(directory)) {
            Result result = new TermsHealth(services.component()).execute();
            assertThat(result.getStatus()).isEqualTo(Result.Status.OK);
            assertThat(result.toString()).contains(services.component().keyName());
        }
    }

    @Test
    void theKeyIsMadeAtTheStartAndAFaultyOneKeepsNothingElseFromStarting() throws Exception {
        Path file = directory.resolve("receipt-key");
        try (TermsServices services = new TermsServices(directory)) {
            assertThat(file).doesNotExist();
            assertThat(new SigningKeyInitializer(services.component())).isNotNull();
            assertThat(file).exists();
            Files.writeString(file, "nonsense");
        }
        try (TermsServices again = new TermsServices(directory)) {
            assertThat(new SigningKeyInitializer(again.component())).isNotNull();
            assertThat(again.terms()
                            .effective(new Actor.Operator("a"), TermsServices.UNIT, new CaseTypeKey("boka-tid")))
                    .isPresent();
        }
    }

    @Test
    void aKeyFileThatCannotBeReadIsToldOf() throws Exception {
        Files.writeString(directory.resolve("receipt-key"), "nonsense");
        try (TermsServices services = new TermsServices(directory)) {
            Result result = new TermsHealth(services.component()).execute();
            assertThat(result.getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
            assertThat(result.toString()).contains("No terms can be accepted", "receipt-key");
        }
    }
}

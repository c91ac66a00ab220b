package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.Result;
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
    void aKeyFileThatCannotBeReadIsToldOf() throws Exception {
        Files.writeString(directory.resolve("receipt-key"), "nonsense");
        try (TermsServices services = new TermsServices(directory)) {
            Result result = new TermsHealth(services.component()).execute();
            assertThat(result.getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
            assertThat(result.toString()).contains("No terms can be accepted", "receipt-key");
        }
    }
}

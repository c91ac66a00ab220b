package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.careunit.casetypes.internal.catalogue.DefaultCaseTypes;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTypesHealthTest {

    @TempDir
    Path folder;

    @Test
    void aBrokenListIsAWarningThatSaysWhereAndTheShippedOneHolds() throws IOException {
        Files.writeString(folder.resolve(DefaultCaseTypes.FILE), "[{\"key\": \"boka-tid\", \"nam\": \"Boka\"}]");
        DefaultCaseTypes.Loaded loaded = DefaultCaseTypes.load(folder, new RecordJson());
        assertThat(loaded.types()).hasSize(13);
        Result result = CaseTypesHealth.result(loaded.refusal());
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(result.toString()).contains("case-types.json is not used", "/0/nam", "The shipped case types hold");
    }

    @Test
    void aRightListOrNoneIsFine() throws IOException {
        assertThat(DefaultCaseTypes.load(folder, new RecordJson()).refusal()).isEmpty();
        Files.writeString(folder.resolve(DefaultCaseTypes.FILE), "[]");
        assertThat(DefaultCaseTypes.load(folder, new RecordJson()))
                .isEqualTo(new DefaultCaseTypes.Loaded(java.util.List.of(), Optional.empty()));
        assertThat(CaseTypesHealth.result(Optional.empty()).getStatus()).isEqualTo(Result.Status.OK);
    }
}

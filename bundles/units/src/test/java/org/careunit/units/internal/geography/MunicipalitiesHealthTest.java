package org.careunit.units.internal.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health check of the list of municipalities. */
class MunicipalitiesHealthTest {

    @TempDir
    Path directory;

    @Test
    void theShippedListIsFine() {
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aWrongListIsAWarning() throws IOException {
        Files.writeString(directory.resolve("municipalities.csv"), "0184,Solna\n");
        assertThat(health().getStatus()).isEqualTo(Result.Status.WARN);
    }

    private Result health() {
        return MunicipalitiesHealth.result(new MunicipalityFile(directory.resolve("municipalities.csv")).held());
    }
}
